"use client";

import { toast } from "sonner";
import { toAppError } from "@/lib/errors";

interface Options {
  /** Where what was done can be taken back. */
  undo?: () => unknown;
}

export function toastSuccess(message: string, { undo }: Options = {}): void {
  toast.success(message, {
    className: "toast-success",
    duration: undo ? 8_000 : 4_000,
    ...(undo && { action: { label: "Annuler", onClick: () => void undo() } }),
  });
}

/** Says what the route said; stays until it is closed, for it asks for something. */
export function toastError(error: unknown): void {
  toast.error(toAppError(error).message, { className: "toast-error", duration: 12_000 });
}
