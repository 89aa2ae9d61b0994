"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/toast";
import type {
  ProductForEdit,
  SavedProduct,
  StaffProductRow,
} from "@/domain/catalogue/staff-schema";
import { toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";

export interface RowRights {
  mayWrite: boolean;
  mayTrash: boolean;
  mayPurge: boolean;
}

export type RowAction = "duplicate" | "publish" | "unpublish" | "trash" | "restore" | "purge";

type Route = `/api/${string}`;
const routeOf = (id: string): Route => `/api/admin/products/${id}`;

/** What can be done with one product from the list; each tells what it did, and how to take it back where that is possible. */
export function useRowActions({ mayTrash }: RowRights) {
  const router = useRouter();
  return useCallback(
    async (action: RowAction, row: StaffProductRow) => {
      const refresh = () => router.refresh();
      const again = (work: Promise<unknown>) => work.then(refresh, toastError);
      const route = routeOf(row.id);
      const patch = (version: number, body: object) =>
        api<SavedProduct>(route, { method: "PATCH", body: { version, ...body } });
      const trash = () => api(route, { method: "DELETE" });
      const restore = () => api(`${route}/restore`, { method: "POST" });
      const work: Record<RowAction, () => Promise<void>> = {
        async duplicate() {
          const copy = await api<ProductForEdit>(`${route}/duplicate`, { method: "POST" });
          toastSuccess(`Copie de « ${row.name} » créée, en brouillon`);
          router.push(`/admin/products/${copy.id}/edit`);
        },
        async publish() {
          const isChanged = row.chip === "CHANGED";
          const body = isChanged ? { saveAs: "LIVE" } : { status: "ACTIVE" };
          const { product } = await patch(row.version, body);
          const undo = () => again(patch(product.version, { status: statusOf(row) }));
          toastSuccess(`« ${row.name} » est publié`, isChanged ? {} : { undo });
        },
        async unpublish() {
          const { product } = await patch(row.version, { status: "INACTIVE", saveAs: "LIVE" });
          const undo = () => again(patch(product.version, { status: "ACTIVE" }));
          toastSuccess(`« ${row.name} » est masqué`, { undo });
        },
        async trash() {
          await trash();
          toastSuccess(`« ${row.name} » est à la corbeille`, { undo: () => again(restore()) });
        },
        async restore() {
          await restore();
          const undo = () => again(trash());
          toastSuccess(`« ${row.name} » est restauré`, mayTrash ? { undo } : {});
        },
        async purge() {
          await api(`${route}/permanent`, { method: "DELETE" });
          toastSuccess(`« ${row.name} » est supprimé`);
        },
      };
      try {
        await work[action]();
        refresh();
      } catch (thrown) {
        toastError(withReasons(thrown));
      }
    },
    [router, mayTrash],
  );
}

function statusOf({ chip }: StaffProductRow): "DRAFT" | "INACTIVE" | "ARCHIVED" {
  return chip === "INACTIVE" || chip === "ARCHIVED" ? chip : "DRAFT";
}

/** In a list there are no fields beside which the route's sentences could stand. */
function withReasons(thrown: unknown): unknown {
  const error = toAppError(thrown);
  const reasons = Object.values(error.details ?? {}).filter((reason) => typeof reason === "string");
  if (error.code !== "VALIDATION_ERROR" || reasons.length === 0) return error;
  return Object.assign(error, { message: reasons.join(" ") });
}
