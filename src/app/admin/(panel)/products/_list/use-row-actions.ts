"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/toast";
import type { BulkEdit, StaffProductRow } from "@/domain/catalogue/products/schema";
import { toAppError } from "@/lib/errors";
import {
  bulkEditProducts,
  duplicateProduct,
  patchProduct,
  purgeProduct,
  restoreProduct,
  trashProduct,
} from "../product-requests";
import { toastPublished } from "../published-toast";

export interface RowPermissions {
  mayWrite: boolean;
  mayTrash: boolean;
  mayPurge: boolean;
}

export type RowAction = "duplicate" | "publish" | "unpublish" | "trash" | "restore" | "purge";

/** Whether customers would read "Prix sur demande" although nobody chose that. */
export function lacksPrice({ basePrice, priceOnRequest }: StaffProductRow): boolean {
  return basePrice === null && !priceOnRequest;
}

interface Ways {
  mayTrash: boolean;
  open: (href: string) => void;
  /** For what is taken back: runs it, and shows the list as it then is. */
  again: (work: Promise<unknown>) => Promise<void>;
}

const editOne = (id: string, action: BulkEdit["action"]) =>
  bulkEditProducts({ selection: { ids: [id] }, action });

/** Each tells what it did, and how to take it back where that is possible. */
const WORK: Record<RowAction, (row: StaffProductRow, ways: Ways) => Promise<void>> = {
  async duplicate({ id, name }, { open }) {
    const copy = await duplicateProduct(id);
    toastSuccess(`Copie de « ${name} » prête, en brouillon`);
    open(`/admin/products/${copy.id}/edit`);
  },
  async publish(row, { again }) {
    const { id, name, version, chip } = row;
    const isChanged = chip === "CHANGED";
    const { product } = await patchProduct(id, {
      version,
      ...(isChanged ? { saveAs: "LIVE" } : { status: "ACTIVE" }),
      ...(lacksPrice(row) && { priceOnRequest: true }),
    });
    const status = chip === "INACTIVE" || chip === "ARCHIVED" ? chip : "DRAFT";
    const undo = () => again(patchProduct(id, { version: product.version, status }));
    toastPublished(`« ${name} » est publié`, product, isChanged ? undefined : undo);
  },
  async unpublish({ id, name, chip }, { again }) {
    await editOne(id, "unpublish");
    const undo = () => again(editOne(id, "publish"));
    toastSuccess(`« ${name} » est masqué`, chip === "CHANGED" ? {} : { undo });
  },
  async trash({ id, name }, { again }) {
    await trashProduct(id);
    toastSuccess(`« ${name} » est à la corbeille`, { undo: () => again(restoreProduct(id)) });
  },
  async restore({ id, name }, { again, mayTrash }) {
    await restoreProduct(id);
    const undo = () => again(trashProduct(id));
    toastSuccess(`« ${name} » est restauré`, mayTrash ? { undo } : {});
  },
  async purge({ id, name }) {
    await purgeProduct(id);
    toastSuccess(`« ${name} » est supprimé`);
  },
};

/** What can be done with one product from the list. */
export function useRowActions({ mayTrash }: RowPermissions) {
  const router = useRouter();
  return useCallback(
    async (action: RowAction, row: StaffProductRow) => {
      const refresh = () => router.refresh();
      const again = (work: Promise<unknown>) => work.then(refresh, toastError);
      const open = (href: string) => router.push(href);
      await WORK[action](row, { mayTrash, open, again }).then(refresh, (thrown: unknown) =>
        toastError(withReasons(thrown)),
      );
    },
    [router, mayTrash],
  );
}

/** In a list there are no fields beside which the route's sentences could stand. */
function withReasons(thrown: unknown): unknown {
  const error = toAppError(thrown);
  const reasons = Object.values(error.details ?? {}).filter((reason) => typeof reason === "string");
  if (error.code !== "VALIDATION_ERROR" || reasons.length === 0) return error;
  return Object.assign(error, { message: reasons.join(" ") });
}
