import type { ReactNode } from "react";
import admin from "./admin.module.css";

/** A table that scrolls sideways on a phone, with keys too. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be focusable.
    <section className={admin.scroll} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
