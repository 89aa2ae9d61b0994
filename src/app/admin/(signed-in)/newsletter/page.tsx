import type { Metadata } from "next";
import { Suspense } from "react";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { Pager } from "@/app/admin/_components/lists/pager";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import {
  countSubscribers,
  GROWTH_STEPS,
  listGrowth,
  listSubscribers,
  type StatusCounts,
} from "@/domain/newsletter/subscribers/queries";
import { SubscriberQuery } from "@/domain/newsletter/subscribers/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import admin from "../../_components/admin.module.css";
import { GrowthSection } from "./_subscribers/growth-section";
import { ImportButton } from "./_subscribers/import-button";
import { StatusLinks } from "./_subscribers/status-links";
import { SubscriberFilterForm } from "./_subscribers/subscriber-filter-form";
import { SubscriberTable } from "./_subscribers/subscriber-table";
import { buildExportUrl, buildSubscribersUrl } from "./_subscribers/subscriber-urls";
import { NewsletterTabs } from "./newsletter-tabs";

export const metadata: Metadata = { title: "Newsletter" };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default async function NewsletterPage({ searchParams }: Props) {
  await requireStaff("newsletter.read", "/admin/newsletter");
  const params = await searchParams;
  const query = parseListQuery(SubscriberQuery, params);
  const step = GROWTH_STEPS.find((name) => name === params.pas) ?? "day";
  const counts = await countSubscribers();
  const growth = await listGrowth(step, counts.CONFIRMED);
  return (
    <AdminPage title="Newsletter" actions={<Actions query={query} />}>
      <NewsletterTabs current="subscribers" />
      <GrowthSection points={growth} step={step} query={query} />
      <StatusLinks counts={counts} query={query} />
      <SubscriberFilterForm query={query} searchError={findSearchError(params.q)} />
      <Suspense key={JSON.stringify(query)} fallback={<p className={admin.empty}>Un instant…</p>}>
        <Subscribers query={query} counts={counts} />
      </Suspense>
    </AdminPage>
  );
}

function Actions({ query }: { query: SubscriberQuery }) {
  return (
    <>
      <a
        className="button"
        data-variant="quiet"
        href={buildExportUrl(query)}
        download
        rel="nofollow"
      >
        Exporter la liste
      </a>
      <ImportButton />
    </>
  );
}

async function Subscribers({ query, counts }: { query: SubscriberQuery; counts: StatusCounts }) {
  const { items, pagination } = await listSubscribers(query);
  const isEmpty = Object.values(counts).every((count) => count === 0);
  if (items.length === 0) {
    return (
      <p className={admin.empty}>
        {isEmpty
          ? "Personne encore. Le formulaire est au pied de chaque page de la boutique ; vous pouvez aussi importer une liste de personnes qui ont donné leur accord."
          : "Personne ne correspond à ces filtres."}
      </p>
    );
  }
  return (
    <>
      <SubscriberTable subscribers={items} />
      <Pager pagination={pagination} getHref={(page) => buildSubscribersUrl({ ...query, page })} />
    </>
  );
}

/** `parseListQuery` drops an invalid search term; this message tells the editor why. */
function findSearchError(q: unknown): string | undefined {
  if (typeof q !== "string" || q.trim() === "") return undefined;
  return SubscriberQuery.shape.q.safeParse(q).error?.issues[0]?.message;
}
