"use client";

import { useRouter } from "next/navigation";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import type { BulkAction, Folder, InboxBulk, InboxRow } from "@/domain/messaging/inbox/schema";
import { formatNumber, plural } from "@/lib/format/format";
import { lookup } from "@/lib/lookup";
import { updateMessages } from "../message-requests";

const SUCCESS_TEXTS: Record<BulkAction, { one: string; other: string }> = {
  read: { one: "message ouvert", other: "messages ouverts" },
  unread: { one: "message marqué comme non lu", other: "messages marqués comme non lus" },
  wait: { one: "message mis en attente", other: "messages mis en attente" },
  replied: { one: "message marqué comme répondu", other: "messages marqués comme répondus" },
  archive: { one: "message archivé", other: "messages archivés" },
  spam: { one: "message classé indésirable", other: "messages classés indésirables" },
  notSpam: { one: "message sorti des indésirables", other: "messages sortis des indésirables" },
  assign: { one: "message confié", other: "messages confiés" },
};

/** The action that returns a message to the folder it came from. */
const UNDO_ACTIONS: Record<Folder, BulkAction> = {
  new: "unread",
  open: "read",
  waiting: "wait",
  replied: "replied",
  archived: "archive",
  spam: "spam",
};

/** Returns a function that runs an action on the selected messages and shows a toast. The toast offers an undo, except for `assign` and for a selection by filter. */
export function useBulkAction(rows: readonly InboxRow[], onDone: () => void) {
  const router = useRouter();
  const undoAction = async (ids: readonly string[], action: BulkAction) => {
    for (const [folder, group] of Object.entries(groupByFolder(rows, ids))) {
      const undo = action === "spam" ? "notSpam" : lookup(UNDO_ACTIONS, folder);
      if (undo) await updateMessages({ selection: { ids: group }, action: undo });
    }
    router.refresh();
  };
  return async (
    selection: InboxBulk["selection"],
    action: BulkAction,
    assignedToId?: string | null,
  ) => {
    try {
      const { changed } = await updateMessages({ selection, action, assignedToId });
      const canUndo = "ids" in selection && action !== "assign" && changed > 0;
      const undo = () => ("ids" in selection ? undoAction(selection.ids, action) : undefined);
      const text = `${formatNumber(changed)} ${plural(changed, "fr", SUCCESS_TEXTS[action])}`;
      toastSuccess(text, canUndo ? { undo: () => undo()?.catch(toastError) } : {});
      onDone();
      router.refresh();
    } catch (error) {
      toastError(error);
    }
  };
}

function groupByFolder(rows: readonly InboxRow[], ids: readonly string[]) {
  const selected = new Set(ids);
  const groups: Partial<Record<Folder, string[]>> = {};
  for (const { id, folder } of rows) {
    if (selected.has(id)) groups[folder] = [...(groups[folder] ?? []), id];
  }
  return groups as Record<string, string[]>;
}
