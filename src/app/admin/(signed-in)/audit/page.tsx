import type { Metadata } from "next";
import { Suspense } from "react";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { Pager } from "@/app/admin/_components/lists/pager";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { AuditEntries } from "@/app/admin/_components/page/audit-entries";
import {
  findReferencedNames,
  listAuditEntries,
  listAuditUsers,
  verifyAuditChain,
} from "@/domain/audit-log/queries";
import { AuditQuery } from "@/domain/audit-log/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import admin from "../../_components/admin.module.css";
import { AuditFilterForm } from "./audit-filter-form";
import { buildAuditUrl } from "./audit-url";
import { TopicLinks } from "./topic-links";

export const metadata: Metadata = { title: "Journal" };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function AuditPage({ searchParams }: Props) {
  await requireStaff("audit.read", "/admin/audit");
  const params = await searchParams;
  const query = parseListQuery(AuditQuery, params);
  const people = await listAuditUsers();
  return (
    <AdminPage title="Journal">
      <AuditFilterForm key={`filters ${JSON.stringify(query)}`} query={query} people={people} />
      <TopicLinks query={query} />
      <Suspense key={JSON.stringify(query)} fallback={<p className={admin.empty}>Un instant…</p>}>
        <Entries query={query} />
      </Suspense>
      {params.verifier === "1" ? (
        <Suspense fallback={<p className={admin.hint}>Vérification…</p>}>
          <ChainResult />
        </Suspense>
      ) : (
        <p>
          <a href="/admin/audit?verifier=1">Vérifier que rien n'a été effacé ni retouché</a>
        </p>
      )}
    </AdminPage>
  );
}

async function Entries({ query }: { query: AuditQuery }) {
  const { items, pagination } = await listAuditEntries(query);
  if (items.length === 0) {
    return (
      <p className={admin.empty}>
        Rien ne correspond à ces filtres.
        <a href="/admin/audit">Tout voir</a>
      </p>
    );
  }
  return (
    <>
      <div className={admin.card}>
        <AuditEntries entries={items} names={await findReferencedNames(items)} />
      </div>
      <Pager pagination={pagination} getHref={(page) => buildAuditUrl({ ...query, page })} />
    </>
  );
}

async function ChainResult() {
  const { checked, broken } = await verifyAuditChain();
  return broken.length === 0 ? (
    <p className={admin.alert} data-tone="good" role="status">
      Les {checked} entrées du journal se suivent : aucune n'a été retouchée ni retirée.
    </p>
  ) : (
    <p className={admin.alert} role="status">
      Le journal a été retouché hors du site : les entrées n° {broken.join(", ")} ne suivent pas
      celles d'avant. Prévenez la personne qui s'occupe du serveur.
    </p>
  );
}
