"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { SelectionBar } from "@/app/admin/_components/lists/selection-bar";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { BulkAction, Folder } from "@/domain/messaging/inbox/schema";
import { isolateUserText } from "@/lib/format/bidi";
import { formatNumber, plural } from "@/lib/format/format";
import styles from "./inbox.module.css";

type Action = Exclude<BulkAction, "assign">;

const LABELS: Record<Action, string> = {
  read: "Marquer comme lu",
  unread: "Marquer comme non lu",
  wait: "Mettre en attente",
  replied: "Marquer comme répondu",
  archive: "Archiver",
  spam: "Indésirable",
  notSpam: "Pas indésirable",
};

const ACTIONS: Action[] = ["read", "unread", "wait", "replied", "archive", "spam"];

/** The action that would leave the messages of a folder unchanged. */
const REDUNDANT_ACTIONS: Partial<Record<Folder, Action>> = {
  new: "unread",
  open: "read",
  waiting: "wait",
  replied: "replied",
  archived: "archive",
};

function listActions(folder: Folder | "all"): Action[] {
  if (folder === "spam") return ["notSpam"];
  return ACTIONS.filter((action) => folder === "all" || action !== REDUNDANT_ACTIONS[folder]);
}

interface Props {
  count: number;
  /** True when the selection is every message that matches the filter, on all pages. */
  isAll: boolean;
  total: number;
  folder: Folder | "all";
  assignees: readonly { id: string; username: string }[];
  onAll: () => void;
  onClear: () => void;
  onRun: (action: BulkAction, assignedToId?: string | null) => Promise<void>;
}

type PendingAction = { action: BulkAction; assignedToId?: string | null } | null;

export function InboxBulkBar(props: Props) {
  const { count, isAll, total, folder, assignees, onAll, onClear, onRun } = props;
  const [pending, setPending] = useState<PendingAction>(null);
  // An action on all results offers no undo, so it asks first.
  const run = (action: BulkAction, assignedToId?: string | null) => {
    if (isAll) setPending({ action, assignedToId });
    else void onRun(action, assignedToId);
  };
  const pendingLabel =
    pending === null || pending.action === "assign" ? "Confier" : LABELS[pending.action];
  return (
    <>
      <SelectionBar
        count={count}
        label={`${formatNumber(count)} ${plural(count, "fr", SELECTED)}`}
        total={total}
        isAll={isAll}
        onSelectAll={onAll}
        onClear={onClear}
        className={styles.bulk}
        actionsClassName={styles.bulkActions}
      >
        {listActions(folder).map((action) => (
          <SmallButton key={action} onClick={() => run(action)}>
            {LABELS[action]}
          </SmallButton>
        ))}
        <label>
          <span className="visually-hidden">Confier la sélection à</span>
          <select
            className={admin.select}
            value=""
            onChange={(event) =>
              run("assign", event.target.value === "none" ? null : event.target.value)
            }
          >
            <option value="" disabled>
              Confier à…
            </option>
            <option value="none">Personne</option>
            {assignees.map(({ id, username }) => (
              <option key={id} value={id}>
                {isolateUserText(username)}
              </option>
            ))}
          </select>
        </label>
      </SelectionBar>
      <ConfirmDialog
        open={pending !== null}
        title={`${pendingLabel} : ${formatNumber(total)} ${plural(total, "fr", MESSAGES)}`}
        confirmLabel={pendingLabel}
        onConfirm={() => (pending ? onRun(pending.action, pending.assignedToId) : undefined)}
        onClose={() => setPending(null)}
      >
        <p>Tous les messages qui répondent à votre recherche, sur toutes les pages.</p>
      </ConfirmDialog>
    </>
  );
}

const SELECTED = { one: "message sélectionné", other: "messages sélectionnés" };
const MESSAGES = { one: "message", other: "messages" };
