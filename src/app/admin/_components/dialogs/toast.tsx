"use client";

import { toast } from "sonner";
import { toAppError } from "@/lib/errors";
import { QuotedText } from "../text/quoted-text";

interface Options {
  /** Reverts the action. */
  undo?: (() => unknown) | undefined;
  /** Address of the shop page that shows the result. */
  page?: string | undefined;
}

const SHORT_MS = 4_000;
const LONG_MS = 8_000;
const ERROR_MS = 12_000;

export function toastSuccess(message: string, { undo, page }: Options = {}): void {
  const duration = undo || page ? LONG_MS : SHORT_MS;
  const id = toast.success(
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
      duration,
      action: undo && { label: "Annuler", onClick: () => void undo() },
    },
  );
  dismissOnTouch(id, duration);
}

/** Shows the message of the error. Stays longer than a success because the user may have to act. */
export function toastError(error: unknown): void {
  const id = toast.error(<QuotedText text={toAppError(error).message} />, {
    className: "toast-error",
    duration: ERROR_MS,
  });
  dismissOnTouch(id, ERROR_MS);
}

/** A tap counts as a pointer that stays on the toast and stops its time, although the finger is gone. */
function dismissOnTouch(id: string | number, duration: number): void {
  if (!matchMedia("(hover: none)").matches) return;
  setTimeout(() => toast.dismiss(id), duration);
}
