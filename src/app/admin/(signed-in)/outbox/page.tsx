import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { Pager } from "@/app/admin/_components/lists/pager";
import { SearchForm } from "@/app/admin/_components/lists/search-form";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listMails } from "@/domain/outbox/queries";
import { OutboxQuery } from "@/domain/outbox/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import admin from "../../_components/admin.module.css";
import styles from "../../_components/tabs.module.css";
import { FOLDER_TABS } from "./labels";
import { MailTable } from "./mail-table";

export const metadata: Metadata = { title: "E-mails envoyés" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OutboxPage({ searchParams }: Props) {
  await requireStaff("messages.read", "/admin/outbox");
  const parsed = OutboxQuery.safeParse(await searchParams);
  const query = parsed.data ?? OutboxQuery.parse({});
  return (
    <AdminPage title="E-mails envoyés">
      <nav aria-label="Dossiers" className={styles.tabs}>
        {FOLDER_TABS.map(({ folder, label }) => (
          <Link
            key={label}
            href={buildOutboxUrl({ ...query, folder, page: 1 })}
            prefetch={false}
            aria-current={folder === query.folder ? "true" : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      <SearchForm label="Destinataire ou objet" value={query.q}>
        {query.folder && <input type="hidden" name="folder" value={query.folder} />}
      </SearchForm>
      <Suspense key={buildOutboxUrl(query)} fallback={<p className={admin.empty}>Un instant…</p>}>
        <Mails query={query} />
      </Suspense>
    </AdminPage>
  );
}

async function Mails({ query }: { query: OutboxQuery }) {
  const { items, pagination } = await listMails(query);
  if (items.length === 0) return <p className={admin.empty}>{getEmptyText(query)}</p>;
  return (
    <>
      <MailTable mails={items} />
      <Pager pagination={pagination} getHref={(page) => buildOutboxUrl({ ...query, page })} />
    </>
  );
}

function getEmptyText({ folder, q }: OutboxQuery): string {
  if (q) return "Aucun e-mail ne correspond. Essayez avec moins de lettres.";
  if (folder === "problems") return "Rien à revoir : aucun e-mail n'est resté en route.";
  return "Aucun e-mail ici.";
}

function buildOutboxUrl({ folder, q, page }: Pick<OutboxQuery, "folder" | "q" | "page">): string {
  const params = new URLSearchParams();
  if (folder) params.set("folder", folder);
  if (q) params.set("q", q);
  if (page > 1) params.set("page", String(page));
  return `/admin/outbox?${params}`;
}
