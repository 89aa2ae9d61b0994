"use client";

import { Ellipsis } from "lucide-react";
import { createContext, useContext, useId, useRef, useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { PopoverMenu } from "@/app/admin/_components/dialogs/popover-menu";
import { IconButton } from "@/app/admin/_components/icon-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import { isPriceMissing } from "@/domain/catalogue/products/rules";
import type { StaffProductRow } from "@/domain/catalogue/products/schema";
import { type RowAction, type RowPermissions, useRowActions } from "./use-row-actions";

export const RowPermissionsContext = createContext<RowPermissions>({
  mayWrite: false,
  mayTrash: false,
  mayPurge: false,
});

const LABELS: Record<RowAction, string> = {
  publish: "Publier",
  unpublish: "Masquer",
  duplicate: "Dupliquer",
  trash: "Mettre à la corbeille",
  restore: "Restaurer",
  purge: "Supprimer définitivement",
};

function getRowActions(row: StaffProductRow, rights: RowPermissions): RowAction[] {
  if (!rights.mayWrite) return [];
  if (row.chip === "TRASH") return rights.mayPurge ? ["restore", "purge"] : ["restore"];
  const isPublished = row.chip === "PUBLISHED" || row.chip === "SCHEDULED";
  return (
    [
      !isPublished && "publish",
      (isPublished || row.chip === "CHANGED") && "unpublish",
      "duplicate",
      rights.mayTrash && "trash",
    ] as const
  ).filter((action) => action !== false);
}

export function RowMenu({ row }: { row: StaffProductRow }) {
  const rights = useContext(RowPermissionsContext);
  const runAction = useRowActions(rights);
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [pendingAction, setPendingAction] = useState<"purge" | "publish" | null>(null);
  const actions = getRowActions(row, rights);
  if (actions.length === 0) return null;
  const choose = (action: RowAction) => {
    menu.current?.hidePopover();
    if (action === "purge" || (action === "publish" && isPriceMissing(row)))
      setPendingAction(action);
    else void runAction(action, row);
  };
  return (
    <>
      <IconButton
        ref={opener}
        label={
          <>
            Actions pour <UserText text={row.name} />
          </>
        }
        popoverTarget={id}
        aria-haspopup="true"
      >
        <Ellipsis aria-hidden="true" size={20} />
      </IconButton>
      <PopoverMenu ref={menu} id={id} opener={opener}>
        {actions.map((action) => (
          <button
            key={action}
            type="button"
            data-danger={action === "purge" || action === "trash" || undefined}
            onClick={() => choose(action)}
          >
            {action === "publish" && row.chip === "CHANGED"
              ? "Publier les modifications"
              : LABELS[action]}
          </button>
        ))}
      </PopoverMenu>
      <ConfirmDialog
        open={pendingAction === "purge"}
        danger
        title="Supprimer définitivement"
        confirmLabel="Supprimer définitivement"
        onConfirm={() => runAction("purge", row)}
        onClose={() => setPendingAction(null)}
      >
        <p>
          « <UserText text={row.name} /> », ses photos et son historique ne pourront pas être
          retrouvés.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={pendingAction === "publish"}
        title="Publier sans prix ?"
        confirmLabel="Publier sans prix"
        onConfirm={() => runAction("publish", row)}
        onClose={() => setPendingAction(null)}
      >
        <p>
          Pour « <UserText text={row.name} /> », les clients liront « Prix sur demande ».
        </p>
      </ConfirmDialog>
    </>
  );
}
