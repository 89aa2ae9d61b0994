import admin from "@/app/admin/_components/admin.module.css";
import type { Thread } from "@/domain/messaging/inbox/schema";
import { formatReference } from "@/domain/messaging/reference";
import { FOLDER_LABELS } from "../labels";

export function MessageState({ thread }: { thread: Thread }) {
  const { label, tone } = FOLDER_LABELS[thread.folder];
  return (
    <p className={admin.row}>
      <span className={admin.chip} data-tone={tone}>
        {label}
      </span>
      {thread.isDoubtful && (
        <span className={admin.chip} data-tone="warn">
          Douteux
        </span>
      )}
      <span>{formatReference(thread.reference)}</span>
    </p>
  );
}
