import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { RelativeTime } from "@/app/admin/_components/text/relative-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import {
  DEVICE_LABELS,
  LEAD_KIND_LABELS,
  LEAD_PAGE_LABELS,
  LEAD_STATUS_LABELS,
} from "@/domain/messaging/leads/labels";
import type { Lead } from "@/domain/messaging/leads/schema";
import { formatPrice } from "@/lib/format/format";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { lookup } from "@/lib/lookup";
import { LeadTools } from "../_forms/lead-tools";
import styles from "../leads.module.css";

interface Props {
  lead: Lead;
  /** For lists of several statuses. */
  showStatus: boolean;
}

export function LeadRow({ lead, showStatus }: Props) {
  const { reference, kind, status, amount, note, createdAt } = lead;
  const { label, tone } = LEAD_STATUS_LABELS[status];
  return (
    <li className={styles.row} data-status={status}>
      <div className={styles.head}>
        <h2 className={styles.reference}>
          <bdi dir="ltr">{reference}</bdi>
        </h2>
        <span className={admin.chip}>{LEAD_KIND_LABELS[kind]}</span>
        {(showStatus || amount !== null) && (
          <span className={admin.chip} data-tone={tone}>
            {label}
            {amount !== null && ` · ${formatPrice(amount, "fr")}`}
          </span>
        )}
        <span className={styles.date}>
          <RelativeTime value={createdAt} />
        </span>
      </div>
      <div className={styles.subject}>
        <Subject lead={lead} />
      </div>
      <p className={styles.facts}>{listFacts(lead).join(" · ")}</p>
      {note && (
        <p className={styles.note}>
          <UserText text={note} />
        </p>
      )}
      <LeadTools lead={lead} />
    </li>
  );
}

function Subject({ lead: { product, selection, message, page } }: { lead: Lead }) {
  return (
    <>
      {product && (
        <Link href={`/admin/products/${product.id}/edit`} prefetch={false}>
          <UserText text={product.name} />
        </Link>
      )}
      {selection && <UserText text={page === "search" ? `« ${selection} »` : selection} />}
      {message && (
        <Link href={`/admin/messages/${message.id}`} prefetch={false}>
          Message de <UserText text={message.name} />
        </Link>
      )}
      {!product && !selection && !message && <span>Question générale</span>}
    </>
  );
}

function listFacts({ page, locale, device, source, campaign }: Lead): string[] {
  const facts = [
    lookup(LEAD_PAGE_LABELS, page ?? ""),
    LANGUAGE_LABELS[locale],
    lookup(DEVICE_LABELS, device ?? ""),
    source && `par ${source}`,
    campaign && `campagne ${campaign}`,
  ];
  return facts.filter((fact) => typeof fact === "string" && fact !== "") as string[];
}
