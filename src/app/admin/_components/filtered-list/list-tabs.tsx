import Link from "next/link";
import { formatNumber } from "@/lib/format/format";
import tabs from "../tabs.module.css";

interface ListTab<Value> {
  value: Value;
  label: string;
  /** Of the entries that match the other filters. */
  count: number;
}

interface Props<Value> {
  label: string;
  items: readonly ListTab<Value>[];
  current: Value;
  getHref: (value: Value) => string;
  onChoose: (value: Value) => void;
}

/** Tabs with the number of entries of each. */
export function ListTabs<Value>({ label, items, current, getHref, onChoose }: Props<Value>) {
  return (
    <nav aria-label={label} className={tabs.tabs}>
      {items.map((item) => (
        <Link
          key={item.label}
          href={getHref(item.value)}
          prefetch={false}
          scroll={false}
          aria-current={item.value === current ? "true" : undefined}
          onNavigate={(event) => {
            event.preventDefault();
            onChoose(item.value);
          }}
        >
          {item.label} <span>{formatNumber(item.count)}</span>
        </Link>
      ))}
    </nav>
  );
}
