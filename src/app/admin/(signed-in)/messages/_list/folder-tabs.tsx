"use client";

import Link from "next/link";
import { FOLDERS } from "@/domain/messaging/inbox/constants";
import { resolveFolder } from "@/domain/messaging/inbox/rules";
import type { InboxCounts } from "@/domain/messaging/inbox/schema";
import { formatNumber } from "@/lib/format/format";
import styles from "../../../_components/tabs.module.css";
import { buildInboxUrl } from "../inbox-url";
import { FOLDER_LABELS } from "../labels";
import { useInboxActions } from "./inbox-actions";

/** Each tab shows the number of messages that match the other filters. */
export function FolderTabs({ counts }: { counts: InboxCounts }) {
  const { query, go } = useInboxActions();
  const currentFolder = resolveFolder(query);
  const { spam: _, ...withoutSpam } = counts;
  const total = Object.values(withoutSpam).reduce((sum, count) => sum + count, 0);
  const tabs = [
    ...FOLDERS.map((folder) => ({
      folder,
      label: FOLDER_LABELS[folder].tab,
      count: counts[folder],
    })),
    { folder: "all" as const, label: "Tous", count: total },
  ];
  return (
    <nav aria-label="Dossiers" className={styles.tabs}>
      {tabs.map(({ folder, label, count }) => (
        <Link
          key={folder}
          href={buildInboxUrl(query, { folder })}
          prefetch={false}
          scroll={false}
          aria-current={folder === currentFolder ? "true" : undefined}
          onNavigate={(event) => {
            event.preventDefault();
            go({ folder });
          }}
        >
          {label} <span>{formatNumber(count)}</span>
        </Link>
      ))}
    </nav>
  );
}
