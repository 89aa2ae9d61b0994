"use client";

import { type ReactNode, useEffect, useId, useState } from "react";
import styles from "./filter-fold.module.css";

interface Props {
  /** Number of active filters inside. */
  count: number;
  /** Whether the filters collapse on phones only or at every width. */
  fold: "phone" | "always";
  /** Layout of the filters. */
  className?: string | undefined;
  children: ReactNode;
}

const WIDE = "(width >= 48rem)";

/** Hides filters behind a button, so that a phone shows the list first. Button and filters are grid items of the form. */
export function FilterFold({ count, fold, className = "", children }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isActive = count > 0;
  // On a phone, open filters would push the list off the screen.
  useEffect(() => {
    if (fold === "always" && isActive && matchMedia(WIDE).matches) setOpen(true);
  }, [fold, isActive]);
  return (
    <>
      <button
        type="button"
        className={`button ${styles.toggle}`}
        data-variant="quiet"
        data-fold={fold}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        Filtres{isActive && ` (${count})`}
      </button>
      <div id={id} className={`${styles.filters} ${className}`} data-fold={fold} data-open={isOpen}>
        {children}
      </div>
    </>
  );
}
