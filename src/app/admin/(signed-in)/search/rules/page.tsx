import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listQueryRules } from "@/domain/search/query-rules/queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { RuleList } from "../_rules/rule-list";
import { SearchTabs } from "../search-tabs";
import { TrySearch } from "../try-search";

export const metadata: Metadata = { title: "Règles de la recherche" };

export default async function RulesPage() {
  const { role } = await requireStaff("search.read", "/admin/search/rules");
  const rules = await listQueryRules();
  return (
    <AdminPage title="Recherche">
      <SearchTabs current="rules" />
      <p className={admin.hint}>
        {
          "Une règle change les résultats d'une seule recherche : elle met des produits en tête, en cache d'autres, ou ouvre une page. Exemple : «\u00a0horaires\u00a0» ouvre la page Contact."
        }
      </p>
      <TrySearch />
      <RuleList rules={rules} mayWrite={can({ role }, "search.write")} />
    </AdminPage>
  );
}
