import type { Metadata } from "next";
import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { Pager } from "@/app/admin/_components/lists/pager";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { UserText } from "@/app/admin/_components/text/user-text";
import { NO_SUBJECT } from "@/domain/campaigns/labels";
import { listAutoPausedCampaigns, listCampaigns } from "@/domain/campaigns/queries";
import { CampaignQuery } from "@/domain/campaigns/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { NewsletterTabs } from "../newsletter-tabs";
import { CampaignTable } from "./campaign-table";
import { NewCampaignButton } from "./new-campaign-button";

export const metadata: Metadata = { title: "Campagnes" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function CampaignsPage({ searchParams }: Props) {
  const { role } = await requireStaff("newsletter.read", "/admin/newsletter/campaigns");
  const query = CampaignQuery.safeParse(await searchParams).data ?? CampaignQuery.parse({});
  const [{ items, pagination }, stopped] = await Promise.all([
    listCampaigns(query),
    listAutoPausedCampaigns(),
  ]);
  return (
    <AdminPage
      title="Newsletter"
      actions={can({ role }, "newsletter.write") && <NewCampaignButton />}
    >
      <NewsletterTabs current="campaigns" />
      {stopped.map(({ id, subject, reason }) => (
        <p key={id} className={admin.alert} data-tone="warn" role="status">
          <Link href={`/admin/newsletter/campaigns/${id}`} prefetch={false}>
            « <UserText text={subject || NO_SUBJECT} /> »
          </Link>{" "}
          s'est mise en pause. {reason}
        </p>
      ))}
      {items.length === 0 ? (
        <p className={admin.empty}>
          Aucune campagne pour l'instant. Écrivez la première avec « Nouvelle campagne ».
        </p>
      ) : (
        <CampaignTable campaigns={items} />
      )}
      <Pager
        pagination={pagination}
        getHref={(page) => `/admin/newsletter/campaigns?page=${page}`}
      />
    </AdminPage>
  );
}
