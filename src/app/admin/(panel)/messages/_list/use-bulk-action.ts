"use client";

import { useRouter } from "next/navigation";
import { toastError, toastSuccess } from "@/app/admin/_components/toast";
import type { BulkAction, Folder, InboxBulk, InboxRow } from "@/domain/messaging/inbox/schema";
import { formatNumber, plural } from "@/lib/format/format";
import { getOwn } from "@/lib/own";
import { updateMessages } from "../message-requests";

const DONE: Record<BulkAction, { one: string; other: string }> = {
  read: { one: "message ouvert", other: "messages ouverts" },
  unread: { one: "message marqué comme non lu", other: "messages marqués comme non lus" },
  wait: { one: "message mis en attente", other: "messages mis en attente" },
  replied: { one: "message marqué comme répondu", other: "messages marqués comme répondus" },
  archive: { one: "message archivé", other: "messages archivés" },
  spam: { one: "message classé indésirable", other: "messages classés indésirables" },
  notSpam: { one: "message sorti des indésirables", other: "messages sortis des indésirables" },
  assign: { one: "message confié", other: "messages confiés" },
};

/** What brings a message back to the folder that it was in. */
const BACK: Record<Folder, BulkAction> = {
  new: "unread",
  open: "read",
  waiting: "wait",
  replied: "replied",
  archived: "archive",
  spam: "spam",
};

/** Does one thing to many messages, tells it, and takes it back where that is possible. */
export function useBulkAction(rows: readonly InboxRow[], onDone: () => void) {
  const router = useRouter();
  const takeBack = async (ids: readonly string[], action: BulkAction) => {
    for (const [folder, group] of Object.entries(byFolder(rows, ids))) {
      const back = action === "spam" ? "notSpam" : getOwn(BACK, folder);
      if (back) await updateMessages({ selection: { ids: group }, action: back });
    }
    router.refresh();
  };
  return async (
    selection: InboxBulk["selection"],
    action: BulkAction,
    assignedToId?: string | null,
  ) => {
    try {
      const { changed } = await updateMessages({
        selection,
        action,
        ...(assignedToId !== undefined && { assignedToId }),
      });
      const mayUndo = "ids" in selection && action !== "assign" && changed > 0;
      const undo = () => ("ids" in selection ? takeBack(selection.ids, action) : undefined);
      const text = `${formatNumber(changed, "fr")} ${plural(changed, "fr", DONE[action])}`;
      toastSuccess(text, mayUndo ? { undo: () => undo()?.catch(toastError) } : {});
      onDone();
      router.refresh();
    } catch (error) {
      toastError(error);
    }
  };
}

function byFolder(rows: readonly InboxRow[], ids: readonly string[]) {
  const wanted = new Set(ids);
  const groups: Partial<Record<Folder, string[]>> = {};
  for (const { id, folder } of rows) {
    if (wanted.has(id)) groups[folder] = [...(groups[folder] ?? []), id];
  }
  return groups as Record<string, string[]>;
}
