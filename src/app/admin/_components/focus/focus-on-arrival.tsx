"use client";

import { useEffect, useState } from "react";
import { focusIfLost } from "./focus-if-lost";

let isLoaded = false;

/** Moves the focus to the title of a page that a link or a button of the page before opened. The browser does so after a load. */
export function FocusOnArrival() {
  const [isLoad] = useState(() => !isLoaded);
  useEffect(() => {
    isLoaded = true;
    if (!isLoad) focusIfLost("main h1");
  }, [isLoad]);
  return null;
}
