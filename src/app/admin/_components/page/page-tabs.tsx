"use client";

import Link from "next/link";
import styles from "../tabs.module.css";

interface Props<Name extends string> {
  label: string;
  /** Name → address and label of each page. */
  tabs: Readonly<Record<Name, readonly [href: string, label: string]>>;
  current: NoInfer<Name>;
}

/** Links between the pages of one subject. */
export function PageTabs<Name extends string>({ label, tabs, current }: Props<Name>) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {Object.entries<readonly [string, string]>(tabs).map(([name, [href, text]]) => (
        <Link
          key={name}
          href={href}
          prefetch={false}
          aria-current={name === current ? "page" : undefined}
          ref={name === current ? reveal : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone the row is wider than the screen. Scrolls the row alone, never the page. */
function reveal(tab: HTMLElement | null): void {
  const row = tab?.parentElement;
  if (!tab || !row) return;
  const hidden = tab.getBoundingClientRect().right - row.getBoundingClientRect().right;
  if (hidden > 0) row.scrollLeft += hidden;
}
