"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { focusIfLost } from "../focus/focus-if-lost";
import { IconButton } from "../icon-button";
import { QuotedText } from "../text/quoted-text";
import styles from "./modal.module.css";

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** "side" is a full-height panel at the inline end; "bottom" is a sheet for phones. */
  placement?: "middle" | "side" | "bottom";
  /** Called before Escape or the close button closes the dialog; returns false to keep it open, for unsaved input. */
  mayClose?: () => boolean;
}

/** A native modal `<dialog>`: the browser traps focus, closes it on Escape and makes the page behind inert. */
export function Modal({ open, onClose, title, children, placement = "middle", mayClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>("input, select, textarea")?.focus();
    }
    if (!open && element?.open) {
      element.close();
      // What was confirmed may have removed the button that opened the dialog.
      focusIfLost("main h1", { preventScroll: true });
    }
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles.modal}
      data-placement={placement}
      aria-labelledby={id}
      onClose={(event) => {
        // React bubbles this event to an enclosing dialog, which must stay open.
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
        <IconButton
          className={styles.close}
          label="Fermer"
          onClick={() => mayClose?.() !== false && onClose()}
        >
          <X aria-hidden="true" />
        </IconButton>
      </header>
      {open && children}
    </dialog>
  );
}
