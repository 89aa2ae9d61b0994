"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SelectionBar } from "@/app/admin/_components/lists/selection-bar";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { BulkEdit, BulkResult } from "@/domain/catalogue/products/schema";
import { formatNumber, plural } from "@/lib/format/format";
import { MAX_SELECTED_IDS } from "@/lib/lists/bulk-selection";
import { buildBulkUrl } from "../bulk/bulk-url";
import { bulkEditProducts } from "../product-requests";
import styles from "./list.module.css";
import { toFilterParams } from "./list-url";
import { useProductList } from "./product-list-context";

type BulkAction = BulkEdit["action"];

const ACTIONS: Record<BulkAction, { label: string; done: [one: string, other: string] }> = {
  publish: { label: "Publier", done: ["produit publié", "produits publiés"] },
  unpublish: { label: "Masquer", done: ["produit masqué", "produits masqués"] },
  archive: { label: "Archiver", done: ["produit archivé", "produits archivés"] },
  trash: {
    label: "Mettre à la corbeille",
    done: ["produit mis à la corbeille", "produits mis à la corbeille"],
  },
  restore: { label: "Restaurer", done: ["produit restauré", "produits restaurés"] },
};

const EDIT_ACTIONS: readonly BulkAction[] = ["publish", "unpublish", "archive", "trash"];
const RESTORE_ONLY: readonly BulkAction[] = ["restore"];

interface Props {
  ids: string[];
  /** Whether all products that match the filter are selected, on all pages. */
  isAll: boolean;
  total: number;
  onSelectAll: () => void;
  onClear: () => void;
  mayTrash: boolean;
}

const formatCount = (count: number, [one, other]: [string, string]) =>
  `${formatNumber(count)} ${plural(count, "fr", { one, other })}`;

export function BulkBar({ ids, isAll, total, onSelectAll, onClear, mayTrash }: Props) {
  const { query } = useProductList();
  const router = useRouter();
  const [pendingAction, setPendingAction] = useState<BulkAction | null>(null);
  const [skipped, setSkipped] = useState<BulkResult["skipped"]>([]);
  const count = isAll ? total : ids.length;
  const isTooMany = !isAll && ids.length > MAX_SELECTED_IDS;
  const actions =
    query.status === "TRASH"
      ? RESTORE_ONLY
      : EDIT_ACTIONS.filter((action) => action !== "trash" || mayTrash);

  const send = async (action: BulkAction, selection: BulkEdit["selection"]) => {
    const result = await bulkEditProducts({ selection, action });
    router.refresh();
    return result;
  };
  const run = async (action: BulkAction) => {
    const result = await send(action, isAll ? { filter: toFilterParams(query), total } : { ids });
    const skippedIds = new Set(result.skipped.map(({ id }) => id));
    const changed = ids.filter((id) => !skippedIds.has(id));
    const inverse = INVERSE[action];
    const mayUndo = inverse && !isAll && changed.length > 0 && (inverse !== "trash" || mayTrash);
    const undo = () => (inverse ? send(inverse, { ids: changed }).catch(toastError) : undefined);
    if (result.changed > 0) {
      toastSuccess(formatCount(result.changed, ACTIONS[action].done), mayUndo ? { undo } : {});
    }
    setSkipped(result.skipped);
    onClear();
  };

  return (
    <>
      <SelectionBar
        count={count}
        label={formatCount(count, ["produit sélectionné", "produits sélectionnés"])}
        total={total}
        isAll={isAll}
        onSelectAll={onSelectAll}
        onClear={onClear}
        note={isTooMany && <p>Au plus {MAX_SELECTED_IDS} à la fois.</p>}
        className={styles.bulk}
        actionsClassName={styles.bulkActions}
      >
        {query.status !== "TRASH" && !isTooMany && (
          <BulkLink selection={isAll ? { filter: toFilterParams(query) } : { ids }} />
        )}
        {actions.map((action) => (
          <SmallButton key={action} disabled={isTooMany} onClick={() => setPendingAction(action)}>
            {ACTIONS[action].label}
          </SmallButton>
        ))}
      </SelectionBar>
      <ConfirmDialog
        open={pendingAction !== null}
        title={
          pendingAction
            ? `${ACTIONS[pendingAction].label} : ${formatCount(count, ["produit", "produits"])}`
            : ""
        }
        confirmLabel={pendingAction ? ACTIONS[pendingAction].label : ""}
        danger={pendingAction === "trash"}
        onConfirm={() => (pendingAction ? run(pendingAction) : undefined)}
        onClose={() => setPendingAction(null)}
      >
        <p>{pendingAction && EFFECTS[pendingAction]}</p>
      </ConfirmDialog>
      <SkippedProducts products={skipped} onClose={() => setSkipped([])} />
    </>
  );
}

function BulkLink({ selection }: { selection: Parameters<typeof buildBulkUrl>[0] }) {
  return (
    <Link className="button" data-size="small" prefetch={false} href={buildBulkUrl(selection)}>
      Modifier en lot
    </Link>
  );
}

interface SkippedProps {
  products: BulkResult["skipped"];
  onClose: () => void;
}

function SkippedProducts({ products, onClose }: SkippedProps) {
  return (
    <Modal
      open={products.length > 0}
      title="Ces produits sont restés comme ils étaient"
      onClose={onClose}
    >
      <ul className={admin.stack}>
        {products.map(({ id, name, reason }) => (
          <li key={id}>
            <a href={`/admin/products/${id}/edit`}>
              <UserText text={name} />
            </a>{" "}
            : {reason}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

const INVERSE: Partial<Record<BulkAction, BulkAction>> = { trash: "restore", restore: "trash" };

const EFFECTS: Record<BulkAction, string> = {
  publish:
    "Les clients les verront tout de suite. Ceux qui sont incomplets, sans prix par exemple, restent en brouillon.",
  unpublish: "Les clients ne les verront plus. Rien n'est effacé.",
  archive: "Les clients ne les verront plus. Rien n'est effacé.",
  trash: "Les clients ne les verront plus. Vous pourrez les restaurer depuis la corbeille.",
  restore: "Ils reviennent comme ils étaient avant la corbeille.",
};
