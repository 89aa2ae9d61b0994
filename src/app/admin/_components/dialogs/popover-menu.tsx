"use client";

import type { ReactNode, RefObject } from "react";
import styles from "./menu.module.css";
import { positionPopover } from "./position-popover";

interface Props {
  /** The `popoverTarget` of the opener. */
  id: string;
  ref: RefObject<HTMLDivElement | null>;
  opener: RefObject<HTMLElement | null>;
  /** Buttons or links. */
  children: ReactNode;
}

export function PopoverMenu({ id, ref, opener, children }: Props) {
  return (
    <div
      ref={ref}
      id={id}
      popover="auto"
      className={styles.menu}
      onToggle={(event) => {
        if (event.newState === "open") positionPopover(event.currentTarget, opener.current);
      }}
    >
      {children}
    </div>
  );
}
