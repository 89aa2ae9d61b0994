"use client";

import { useEffect, useRef } from "react";
import { focusIfLost } from "./focus-if-lost";

interface Props {
  /** What was pressed may be gone after a change of this. */
  of: string;
  /** Selects the heading that then gets the focus. */
  target: string;
}

/** Moves the focus to a heading when what had it is gone, so that keyboards and screen readers go on from there. */
export function FocusOnChange({ of, target }: Props) {
  const shown = useRef(of);
  useEffect(() => {
    if (shown.current === of) return;
    shown.current = of;
    focusIfLost(target);
  }, [of, target]);
  return null;
}
