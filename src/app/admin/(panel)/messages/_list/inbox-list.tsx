"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Pager } from "@/app/admin/_components/pager";
import { useHydrated } from "@/app/admin/_components/use-hydrated";
import { useShortcuts } from "@/app/admin/_components/use-shortcuts";
import { folderOf } from "@/domain/messaging/inbox/rules";
import type { BulkAction, InboxRow as Row } from "@/domain/messaging/inbox/schema";
import { formatNumber, plural } from "@/lib/format/format";
import type { Pagination } from "@/lib/pagination";
import { buildInboxUrl, buildThreadUrl, toFilterParams } from "../inbox-url";
import styles from "./inbox.module.css";
import { useInboxActions } from "./inbox-actions";
import { InboxBulkBar } from "./inbox-bulk-bar";
import { InboxRow } from "./inbox-row";
import rowStyles from "./rows.module.css";
import { useBulkAction } from "./use-bulk-action";

interface Props {
  rows: Row[];
  pagination: Pagination;
  userId: string;
  people: readonly { id: string; username: string }[];
}

export function InboxList({ rows, pagination, userId, people }: Props) {
  const { query, isPending, go } = useInboxActions();
  const isReady = useHydrated();
  const { selected, isAll, ...ticks } = useTicks(JSON.stringify(toFilterParams(query)), rows);
  const selection = isAll
    ? { filter: toFilterParams(query), total: pagination.total }
    : { ids: [...selected] };
  const run = useBulkAction(rows, ticks.clear);
  useListKeys({ rows, selected, userId, toggle: ticks.toggle, run });
  const isWhole = rows.every(({ id }) => selected.has(id));
  return (
    <>
      <div className={styles.tools}>
        <label className={admin.checkbox}>
          <input
            type="checkbox"
            checked={isWhole}
            disabled={!isReady}
            ref={(input) => {
              if (input) input.indeterminate = selected.size > 0 && !isWhole;
            }}
            onChange={(event) => ticks.page(event.target.checked)}
          />
          Toute la page
        </label>
        <p className={admin.hint} aria-live="polite">
          {countOf(pagination.total)}
        </p>
        <label className={styles.inline}>
          <span className={admin.hint}>Trier</span>
          <select
            className={admin.select}
            value={query.sort}
            onChange={(event) => go({ sort: event.target.value as "newest" | "oldest" })}
          >
            <option value="newest">Les plus récents</option>
            <option value="oldest">Les plus anciens</option>
          </select>
        </label>
      </div>
      <ul className={rowStyles.rows} aria-label="Messages" data-pending={isPending || undefined}>
        {rows.map((row) => (
          <InboxRow
            key={row.id}
            row={row}
            href={buildThreadUrl(row.id, query)}
            isSelected={isAll || selected.has(row.id)}
            onSelect={() => ticks.toggle(row.id)}
            withFolder={folderOf(query) === "all"}
          />
        ))}
      </ul>
      <Pager pagination={pagination} getHref={(page) => buildInboxUrl(query, { page })} />
      <InboxBulkBar
        count={isAll ? pagination.total : selected.size}
        isAll={isAll}
        total={pagination.total}
        folder={folderOf(query)}
        people={people}
        onAll={ticks.all}
        onClear={ticks.clear}
        onRun={(action, assignedToId) => run(selection, action, assignedToId)}
      />
    </>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

/** Ticked rows; what was ticked in one list means nothing in another. */
function useTicks(list: string, rows: readonly Row[]) {
  const [selected, setSelected] = useState(NOTHING);
  const [isAll, setAll] = useState(false);
  const take = (next: ReadonlySet<string>, all = false) => {
    setSelected(next);
    setAll(all);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, nothing ticked.
  useEffect(() => {
    setSelected(NOTHING);
    setAll(false);
  }, [list]);
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    take(next);
  };
  const onPage = rows.map(({ id }) => id);
  return {
    selected,
    isAll,
    toggle,
    page: (isTicked: boolean) => take(isTicked ? new Set(onPage) : NOTHING),
    all: () => take(new Set(onPage), true),
    clear: () => take(NOTHING),
  };
}

interface ListKeys {
  rows: readonly Row[];
  selected: ReadonlySet<string>;
  userId: string;
  toggle: (id: string) => void;
  run: ReturnType<typeof useBulkAction>;
}

/** j and k go through the rows; x ticks one; e, s and a act on what is ticked, else on the row that has the focus. */
function useListKeys({ rows, selected, userId, toggle, run }: ListKeys): void {
  const router = useRouter();
  const act = (action: BulkAction, assignedToId?: string) => {
    const here = focusedId();
    const ids = selected.size > 0 ? [...selected] : here ? [here] : [];
    if (ids.length > 0) void run({ ids }, action, assignedToId);
  };
  useShortcuts({
    j: () => moveFocus(rows, 1),
    k: () => moveFocus(rows, -1),
    x: () => {
      const here = focusedId();
      if (here) toggle(here);
    },
    e: () => act("archive"),
    s: () => act("spam"),
    a: () => act("assign", userId),
    r: () => {
      const link = linkOf(focusedId());
      if (link) router.push(`${link.getAttribute("href")}#repondre`);
    },
  });
}

function focusedId(): string | null {
  const row = document.activeElement?.closest("li")?.querySelector<HTMLElement>("[data-message]");
  return row?.dataset.message ?? null;
}

function linkOf(id: string | null | undefined): HTMLElement | null {
  return id ? document.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`) : null;
}

function moveFocus(rows: readonly Row[], step: 1 | -1): void {
  const here = rows.findIndex(({ id }) => id === focusedId());
  const start = here === -1 ? (step === 1 ? 0 : rows.length - 1) : here + step;
  linkOf(rows[start]?.id)?.focus();
}

function countOf(total: number): string {
  const forms = { one: "message", other: "messages" };
  return `${formatNumber(total, "fr")} ${plural(total, "fr", forms)}`;
}
