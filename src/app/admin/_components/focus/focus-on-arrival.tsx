"use client";

import { useEffect, useState } from "react";
import { focusIfLost } from "./focus-if-lost";

let isLoaded = false;

/** Moves the focus to the title of a page that a link or a button of the page before opened. The browser does so after a load. */
export function FocusOnArrival() {
  const [isLoad] = useState(() => !isLoaded);
  useEffect(() => {
    isLoaded = true;
    // On the way back the browser restores the scroll position.
    if (!isLoad) focusIfLost("main h1", { preventScroll: true });
  }, [isLoad]);
  return null;
}
