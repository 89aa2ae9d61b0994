import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { lexicon } from "@/domain/search/lexicon";
import { listSynonyms } from "@/domain/search/synonyms/queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { LexiconList } from "../_synonyms/lexicon-list";
import { SynonymList } from "../_synonyms/synonym-list";
import { SearchTabs } from "../search-tabs";
import { TrySearch } from "../try-search";

export const metadata: Metadata = { title: "Synonymes de la recherche" };

export default async function SynonymsPage() {
  const { role } = await requireStaff("search.read", "/admin/search/synonyms");
  const synonyms = await listSynonyms();
  return (
    <AdminPage title="Recherche">
      <SearchTabs current="synonyms" />
      <p className={admin.hint}>
        {
          "Un synonyme dit à la recherche que deux mots désignent la même chose : un client qui écrit «\u00a0robini\u00a0» trouve alors vos robinets."
        }
      </p>
      <TrySearch />
      <SynonymList synonyms={synonyms} mayWrite={can({ role }, "search.write")} />
      <LexiconList entries={lexicon} />
    </AdminPage>
  );
}
