import type { Metadata } from "next";
import { Suspense } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { AuditEntries } from "@/app/admin/_components/page/audit-entries";
import { findReferencedNames, listRecentChanges } from "@/domain/audit-log/queries";
import { countCatalogue } from "@/domain/catalogue/product-list/dashboard-queries";
import { countFailedMails } from "@/domain/outbox/queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { can, type Role } from "@/lib/auth/permissions";
import { formatNumber, plural } from "@/lib/format/format";
import { countRequests } from "./request-cards";
import { CHIP_CARDS, GAP_CARDS } from "./stat-cards";
import { StatCards } from "./stat-section";
import { VisitorInsights } from "./visitor-insights";

export const metadata: Metadata = { title: "Tableau de bord" };

const MAX_CHANGES = 8;

export default async function DashboardPage() {
  const { role } = await requireStaff("products.read", "/admin/dashboard");
  return (
    <AdminPage title="Tableau de bord">
      {can({ role }, "messages.read") && (
        <Suspense fallback={null}>
          <FailedMails />
        </Suspense>
      )}
      {can({ role }, "analytics.read") && (
        <Suspense fallback={null}>
          <VisitorInsights />
        </Suspense>
      )}
      <Suspense fallback={<p className={admin.empty}>Un instant…</p>}>
        <Counts role={role} />
      </Suspense>
      {can({ role }, "audit.read") && (
        <Suspense fallback={null}>
          <LastChanges />
        </Suspense>
      )}
    </AdminPage>
  );
}

async function FailedMails() {
  const count = await countFailedMails();
  if (count === 0) return null;
  return (
    <p className={admin.alert} data-tone="warn">
      {plural(count, "fr", {
        one: "Un e-mail n'est pas parti ou son sort est incertain.",
        other: `${formatNumber(count)} e-mails ne sont pas partis ou leur sort est incertain.`,
      })}{" "}
      <a href="/admin/outbox?folder=problems">Revoir</a>
    </p>
  );
}

async function Counts({ role }: { role: Role }) {
  const [{ chips, gaps }, requests] = await Promise.all([
    countCatalogue(),
    can({ role }, "messages.read") ? countRequests() : [],
  ]);
  const gapStats = GAP_CARDS.map(({ gap, ...words }) => {
    return { ...words, count: gaps[gap], href: `/admin/products?${gap}=1` };
  });
  const chipStats = CHIP_CARDS.map(({ chip, ...words }) => {
    return { ...words, count: chips[chip] ?? 0, href: `/admin/products?status=${chip}` };
  });
  return (
    <>
      <StatCards id="a-completer" title="À faire" stats={[...requests, ...gapStats]} needsAction />
      <StatCards id="catalogue" title="Catalogue" stats={chipStats} />
    </>
  );
}

async function LastChanges() {
  const entries = await listRecentChanges(MAX_CHANGES);
  if (entries.length === 0) return null;
  return (
    <section className={admin.card} aria-labelledby="derniers-changements">
      <h2 id="derniers-changements">Derniers changements</h2>
      <AuditEntries entries={entries} names={await findReferencedNames(entries)} />
      <a href="/admin/audit">Tout le journal</a>
    </section>
  );
}
