import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { NO_SUBJECT, STATUS_LABELS, STATUS_TONES } from "@/domain/campaigns/labels";
import type { CampaignRow } from "@/domain/campaigns/schema";
import { formatNumber } from "@/lib/format/format";
import styles from "./campaigns.module.css";

export function CampaignTable({ campaigns }: { campaigns: CampaignRow[] }) {
  return (
    <ScrollRegion label="Campagnes">
      <table className={`${admin.table} ${stacked.stacked}`}>
        <thead>
          <tr>
            <th scope="col">Campagne</th>
            <th scope="col">État</th>
            <th scope="col" className={styles.figure}>
              Envoyés
            </th>
            <th scope="col" className={styles.figure}>
              Clics
            </th>
            <th scope="col" className={styles.figure}>
              Désinscriptions
            </th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <CampaignTableRow key={campaign.id} campaign={campaign} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function CampaignTableRow({ campaign }: { campaign: CampaignRow }) {
  const { id, subject, status, sent, toSend, clicks, unsubscribed } = campaign;
  const isStarted = campaign.startedAt !== null;
  const { label, at } = getLatestDate(campaign);
  return (
    <tr>
      <th scope="row">
        <Link href={`/admin/newsletter/campaigns/${id}`} className={styles.name} prefetch={false}>
          <UserText text={subject || NO_SUBJECT} />
        </Link>
        <span className={admin.hint}>
          {label} <DateTime value={at} />
        </span>
      </th>
      <td>
        <span className={admin.chip} data-tone={STATUS_TONES[status]}>
          {STATUS_LABELS[status]}
        </span>
      </td>
      <td className={styles.figure} data-label="Envoyés">
        {isStarted ? `${formatNumber(sent)} / ${formatNumber(toSend)}` : "–"}
      </td>
      <td className={styles.figure} data-label="Clics">
        {isStarted ? formatNumber(clicks) : "–"}
      </td>
      <td className={styles.figure} data-label="Désinscriptions">
        {isStarted ? formatNumber(unsubscribed) : "–"}
      </td>
    </tr>
  );
}

function getLatestDate({ status, sendAt, startedAt, updatedAt }: CampaignRow) {
  if (status === "SCHEDULED" && sendAt) return { label: "Partira le", at: sendAt };
  if (startedAt) return { label: "Partie le", at: startedAt };
  return { label: "Modifiée le", at: updatedAt };
}
