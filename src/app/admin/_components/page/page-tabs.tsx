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
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
