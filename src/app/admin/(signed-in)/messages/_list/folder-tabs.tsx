"use client";

import { ListTabs } from "@/app/admin/_components/filtered-list/list-tabs";
import { FOLDERS } from "@/domain/messaging/inbox/constants";
import { resolveFolder } from "@/domain/messaging/inbox/rules";
import type { InboxCounts } from "@/domain/messaging/inbox/schema";
import { buildInboxUrl } from "../inbox-url";
import { FOLDER_LABELS } from "../labels";
import { useInboxActions } from "./inbox-actions";

export function FolderTabs({ counts }: { counts: InboxCounts }) {
  const { query, go } = useInboxActions();
  const { spam: _, ...withoutSpam } = counts;
  const total = Object.values(withoutSpam).reduce((sum, count) => sum + count, 0);
  return (
    <ListTabs
      label="Dossiers"
      items={[
        ...FOLDERS.map((folder) => {
          return { value: folder, label: FOLDER_LABELS[folder].tab, count: counts[folder] };
        }),
        { value: "all" as const, label: "Tous", count: total },
      ]}
      current={resolveFolder(query)}
      getHref={(folder) => buildInboxUrl(query, { folder })}
      onChoose={(folder) => go({ folder })}
    />
  );
}
