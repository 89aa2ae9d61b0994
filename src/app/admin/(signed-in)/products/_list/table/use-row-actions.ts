"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { isPriceMissing } from "@/domain/catalogue/products/rules";
import type { BulkEdit, StaffProductRow } from "@/domain/catalogue/products/schema";
import { toAppError } from "@/lib/errors";
import {
  bulkEditProducts,
  duplicateProduct,
  patchProduct,
  purgeProduct,
  restoreProduct,
  trashProduct,
} from "../../product-requests";
import { toastPublished } from "../../published-toast";

export interface RowPermissions {
  mayWrite: boolean;
  mayTrash: boolean;
  mayPurge: boolean;
}

export type RowAction = "duplicate" | "publish" | "unpublish" | "trash" | "restore" | "purge";

interface ActionContext {
  mayTrash: boolean;
  navigate: (href: string) => void;
  /** Awaits a reverting request, then refreshes the list or shows the error. */
  revert: (request: Promise<unknown>) => Promise<void>;
}

const bulkEditOne = (id: string, action: BulkEdit["action"]) =>
  bulkEditProducts({ selection: { ids: [id] }, action });

/** Runs the action and shows a toast, with an undo where that is possible. */
const ACTIONS: Record<RowAction, (row: StaffProductRow, context: ActionContext) => Promise<void>> =
  {
    async duplicate({ id, name }, { navigate }) {
      const copy = await duplicateProduct(id);
      toastSuccess(`Copie de « ${name} » prête, en brouillon`);
      navigate(`/admin/products/${copy.id}/edit`);
    },
    async publish(row, { revert }) {
      const { id, name, version, chip } = row;
      const isChanged = chip === "CHANGED";
      const { product } = await patchProduct(id, {
        version,
        saveAs: isChanged ? "LIVE" : undefined,
        status: isChanged ? undefined : "ACTIVE",
        priceOnRequest: isPriceMissing(row) || undefined,
      });
      const status = chip === "INACTIVE" || chip === "ARCHIVED" ? chip : "DRAFT";
      const undo = () => revert(patchProduct(id, { version: product.version, status }));
      toastPublished(`« ${name} » est publié`, product, isChanged ? undefined : undo);
    },
    async unpublish({ id, name, chip }, { revert }) {
      await bulkEditOne(id, "unpublish");
      const undo = () => revert(bulkEditOne(id, "publish"));
      toastSuccess(`« ${name} » est masqué`, chip === "CHANGED" ? {} : { undo });
    },
    async trash({ id, name }, { revert }) {
      await trashProduct(id);
      toastSuccess(`« ${name} » est à la corbeille`, { undo: () => revert(restoreProduct(id)) });
    },
    async restore({ id, name }, { revert, mayTrash }) {
      await restoreProduct(id);
      const undo = () => revert(trashProduct(id));
      toastSuccess(`« ${name} » est restauré`, mayTrash ? { undo } : {});
    },
    async purge({ id, name }) {
      await purgeProduct(id);
      toastSuccess(`« ${name} » est supprimé`);
    },
  };

export function useRowActions({ mayTrash }: RowPermissions) {
  const router = useRouter();
  return useCallback(
    async (action: RowAction, row: StaffProductRow) => {
      const refresh = () => router.refresh();
      const revert = (request: Promise<unknown>) => request.then(refresh, toastError);
      const navigate = (href: string) => router.push(href);
      await ACTIONS[action](row, { mayTrash, navigate, revert }).then(refresh, (thrown: unknown) =>
        toastError(withFieldMessages(thrown)),
      );
    },
    [router, mayTrash],
  );
}

/** Moves field messages into the error message: a list has no fields to show them at. */
function withFieldMessages(thrown: unknown): unknown {
  const error = toAppError(thrown);
  const messages = Object.values(error.details ?? {}).filter(
    (message) => typeof message === "string",
  );
  if (error.code !== "VALIDATION_ERROR" || messages.length === 0) return error;
  return Object.assign(error, { message: messages.join(" ") });
}
