"use client";

import { type ReactNode, useEffect, useId, useState } from "react";
import styles from "./filter-fold.module.css";

interface Props {
  /** How many of the filters inside are active. */
  count: number;
  /** Where the filters fold: on phones only, or at every width. */
  fold: "phone" | "always";
  /** Lays the filters out. */
  className?: string | undefined;
  children: ReactNode;
}

const WIDE = "(width >= 48rem)";

/** The filters of a list behind a button, so that a phone shows the list first. Both stand in the grid of their form. */
export function FilterFold({ count, fold, className = "", children }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isActive = count > 0;
  // Only a wide screen has room for open filters above the list.
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
