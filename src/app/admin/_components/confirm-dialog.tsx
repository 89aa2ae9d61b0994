"use client";

import { type ReactNode, useState } from "react";
import button from "@/ui/button.module.css";
import { Modal } from "./modal";
import panel from "./panel.module.css";
import { toastError } from "./toast";

interface Props {
  open: boolean;
  title: string;
  children: ReactNode;
  /** Says what happens: "Mettre à la corbeille", never "OK". */
  confirmLabel: string;
  danger?: boolean;
  /** Closes when it succeeds; a failure is told and the dialog stays. */
  onConfirm: () => Promise<unknown> | unknown;
  onClose: () => void;
}

export function ConfirmDialog({
  open,
  title,
  children,
  confirmLabel,
  danger,
  onConfirm,
  onClose,
}: Props) {
  const [isPending, setPending] = useState(false);
  async function confirm() {
    setPending(true);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      toastError(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <Modal open={open} onClose={onClose} title={title}>
      <div className={panel.stack}>{children}</div>
      <div className={panel.row}>
        <button
          type="button"
          className={button.button}
          data-variant={danger ? "danger" : undefined}
          disabled={isPending}
          onClick={() => void confirm()}
        >
          {confirmLabel}
        </button>
        <button type="button" className={button.button} data-variant="quiet" onClick={onClose}>
          Renoncer
        </button>
      </div>
    </Modal>
  );
}
