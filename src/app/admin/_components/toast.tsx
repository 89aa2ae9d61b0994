"use client";

import { toast } from "sonner";
import { toAppError } from "@/lib/errors";
import { QuotedText } from "./quoted-text";

interface Options {
  /** Takes back what was done. */
  undo?: () => unknown;
  /** A page of the shop that shows the result. */
  page?: string;
}

const SHORT_MS = 4_000;
const LONG_MS = 8_000;
const ERROR_MS = 12_000;

export function toastSuccess(message: string, { undo, page }: Options = {}): void {
  toast.success(
    <span>
      <QuotedText text={message} />
      {page && (
        <>
          {" "}
          <a href={page} target="_blank" rel="noreferrer">
            Voir la page
          </a>
        </>
      )}
    </span>,
    {
      className: "toast-success",
      duration: undo || page ? LONG_MS : SHORT_MS,
      ...(undo && { action: { label: "Annuler", onClick: () => void undo() } }),
    },
  );
}

/** Shows the message of the API; stays longer because it asks for an action. */
export function toastError(error: unknown): void {
  toast.error(<QuotedText text={toAppError(error).message} />, {
    className: "toast-error",
    duration: ERROR_MS,
  });
}
