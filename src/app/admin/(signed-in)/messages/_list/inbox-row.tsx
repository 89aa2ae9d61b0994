"use client";

import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { RelativeTime } from "@/app/admin/_components/text/relative-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import { getSpamReasonLabels } from "@/domain/messaging/contact/spam-rules";
import type { InboxRow as Row } from "@/domain/messaging/inbox/schema";
import { formatReference } from "@/domain/messaging/reference";
import { FOLDER_LABELS } from "../labels";
import styles from "./rows.module.css";

interface Props {
  row: Row;
  href: string;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
  /** Shows the folder of the message, for lists of several folders. */
  showFolder: boolean;
}

export function InboxRow({ row, href, isSelected, onSelect, showFolder }: Props) {
  const isReady = useHydrated();
  const isUnread = row.folder === "new";
  const { label, tone } = FOLDER_LABELS[row.folder];
  return (
    <li
      className={styles.row}
      data-unread={isUnread || undefined}
      data-selected={isSelected || undefined}
    >
      <label className={styles.checkbox}>
        <input
          type="checkbox"
          checked={isSelected}
          disabled={!isReady}
          aria-label={`Sélectionner le message de ${row.name}`}
          onChange={(event) => onSelect(event.target.checked)}
        />
      </label>
      <Link href={href} prefetch={false} className={styles.link} data-message={row.id}>
        <span className={styles.sender}>
          {isUnread && <span className="visually-hidden">Non lu : </span>}
          <UserText text={row.name} />
          {row.replies > 0 && (
            <small title="Réponses envoyées">
              <span className="visually-hidden">, réponses : </span>
              {row.replies}
            </small>
          )}
        </span>
        <span className={styles.summary}>
          <UserText
            text={row.subject ?? row.productName ?? "Sans objet"}
            className={styles.subject}
          />
          <UserText text={row.preview} className={styles.preview} />
        </span>
        <span className={styles.facts}>
          {row.isDoubtful && (
            <span className={`${admin.chip} ${styles.doubtful}`} data-tone="warn">
              Douteux : {getSpamReasonLabels(row.spamReasons).join(", ").toLowerCase()}
            </span>
          )}
          {showFolder && (
            <span className={admin.chip} data-tone={tone}>
              {label}
            </span>
          )}
          {row.productName && row.subject && (
            <span className={`${admin.chip} ${styles.product}`}>
              <UserText text={row.productName} />
            </span>
          )}
          {row.assignedTo && (
            <span className={admin.chip}>
              <span className="visually-hidden">Confié à </span>
              <UserText text={row.assignedTo} />
            </span>
          )}
          <span className={styles.reference}>{formatReference(row.reference)}</span>
        </span>
        <span className={styles.date}>
          <RelativeTime value={row.createdAt} />
        </span>
      </Link>
    </li>
  );
}
