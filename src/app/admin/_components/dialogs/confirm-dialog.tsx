"use client";

import { type ReactNode, useState } from "react";
import { toAppError } from "@/lib/errors";
import admin from "../admin.module.css";
import { Modal } from "./modal";

interface Props {
  open: boolean;
  title: string;
  children: ReactNode;
  /** Names the action: "Mettre à la corbeille", never "OK". */
  confirmLabel: string;
  danger?: boolean;
  /** For questions in which "Annuler" would be ambiguous: "Rester sur la page". */
  cancelLabel?: string;
  /** On success the dialog closes; on failure it stays open and shows the error message. */
  onConfirm: () => Promise<unknown> | unknown;
  onClose: () => void;
}

export function ConfirmDialog({
  open,
  title,
  children,
  confirmLabel,
  danger,
  cancelLabel = "Annuler",
  onConfirm,
  onClose,
}: Props) {
  const [isPending, setPending] = useState(false);
  // Shown in the dialog: a toast would be hidden behind it.
  const [problem, setProblem] = useState<string>();
  async function confirm() {
    if (isPending) return;
    setPending(true);
    setProblem(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setProblem(toAppError(error).message);
    } finally {
      setPending(false);
    }
  }
  return (
    <Modal open={open} onClose={onClose} title={title}>
      <div className={admin.stack}>
        {children}
        <div role="alert">{problem && <p className={admin.alert}>{problem}</p>}</div>
      </div>
      <div className={admin.row}>
        <button
          type="button"
          className="button"
          data-variant={danger ? "danger" : undefined}
          aria-disabled={isPending}
          onClick={() => void confirm()}
        >
          {confirmLabel}
        </button>
        <button type="button" className="button" data-variant="quiet" onClick={onClose}>
          {cancelLabel}
        </button>
      </div>
    </Modal>
  );
}
