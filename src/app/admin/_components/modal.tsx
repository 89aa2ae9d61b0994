"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./modal.module.css";
import { QuotedText } from "./quoted-text";

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** "side" is at the end of the line, full height; "bottom" is a sheet for phones. */
  place?: "middle" | "side" | "bottom";
  /** Asked before Escape or the cross closes it: something in it may not be saved. */
  mayClose?: () => boolean;
}

/** The platform's own dialog: focus stays in it, Escape closes it, what is behind is inert. */
export function Modal({ open, onClose, title, children, place = "middle", mayClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>("input, select, textarea")?.focus();
    }
    if (!open) element?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles.modal}
      data-place={place}
      aria-labelledby={id}
      onClose={(event) => {
        // React hands the event of a dialog on to the one around it, which stays open.
        event.stopPropagation();
        onClose();
      }}
      onCancel={(event) => {
        event.stopPropagation();
        if (mayClose?.() === false) event.preventDefault();
      }}
    >
      <header className={styles.head}>
        <h2 id={id}>
          <QuotedText text={title} />
        </h2>
        <button
          type="button"
          className={styles.close}
          onClick={() => mayClose?.() !== false && onClose()}
        >
          <X aria-hidden="true" />
          <span className={styles.hidden}>Fermer</span>
        </button>
      </header>
      {open && children}
    </dialog>
  );
}
