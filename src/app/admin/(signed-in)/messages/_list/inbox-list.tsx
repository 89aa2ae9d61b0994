"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { InlineSelect } from "@/app/admin/_components/fields/inline-select";
import { Pager } from "@/app/admin/_components/lists/pager";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { useShortcuts } from "@/app/admin/_components/page/use-shortcuts";
import { resolveFolder } from "@/domain/messaging/inbox/rules";
import type { BulkAction, InboxRow as Row } from "@/domain/messaging/inbox/schema";
import { formatNumber, plural } from "@/lib/format/format";
import type { Pagination } from "@/lib/lists/pagination";
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
  assignees: readonly { id: string; username: string }[];
}

export function InboxList({ rows, pagination, userId, assignees }: Props) {
  const { query, isPending, go } = useInboxActions();
  const isReady = useHydrated();
  const filter = toFilterParams(query);
  const { selected, isAll, ...select } = useSelection(JSON.stringify(filter), rows);
  const selection = isAll ? { filter, total: pagination.total } : { ids: [...selected] };
  const run = useBulkAction(rows, select.clear);
  useListKeys({ rows, selected, userId, toggle: select.toggle, run });
  const isPageSelected = rows.every(({ id }) => selected.has(id));
  return (
    <>
      <div className={styles.tools}>
        <label className={admin.checkbox}>
          <input
            type="checkbox"
            checked={isPageSelected}
            disabled={!isReady}
            ref={(input) => {
              if (input) input.indeterminate = selected.size > 0 && !isPageSelected;
            }}
            onChange={(event) => select.page(event.target.checked)}
          />
          Toute la page
        </label>
        <p className={admin.hint} aria-live="polite">
          {formatCount(pagination.total)}
        </p>
        <InlineSelect
          label="Trier"
          className={styles.inline}
          value={query.sort}
          options={[
            ["newest", "Les plus récents"],
            ["oldest", "Les plus anciens"],
          ]}
          onChange={(sort) => go({ sort: sort as "newest" | "oldest" })}
        />
      </div>
      <ul className={rowStyles.rows} aria-label="Messages" data-pending={isPending || undefined}>
        {rows.map((row) => (
          <InboxRow
            key={row.id}
            row={row}
            href={buildThreadUrl(row.id, query)}
            isSelected={isAll || selected.has(row.id)}
            onSelect={() => select.toggle(row.id)}
            showFolder={resolveFolder(query) === "all"}
          />
        ))}
      </ul>
      <Pager pagination={pagination} getHref={(page) => buildInboxUrl(query, { page })} />
      <InboxBulkBar
        count={isAll ? pagination.total : selected.size}
        isAll={isAll}
        total={pagination.total}
        folder={resolveFolder(query)}
        assignees={assignees}
        onAll={select.all}
        onClear={select.clear}
        onRun={(action, assignedToId) => run(selection, action, assignedToId)}
      />
    </>
  );
}

const EMPTY_SELECTION: ReadonlySet<string> = new Set();

/** The selection is cleared when `filterKey` changes. */
function useSelection(filterKey: string, rows: readonly Row[]) {
  const [selected, setSelected] = useState(EMPTY_SELECTION);
  const [isAll, setAll] = useState(false);
  const update = (next: ReadonlySet<string>, all = false) => {
    setSelected(next);
    setAll(all);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the filter changes.
  useEffect(() => {
    setSelected(EMPTY_SELECTION);
    setAll(false);
  }, [filterKey]);
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    update(next);
  };
  const pageIds = rows.map(({ id }) => id);
  return {
    selected,
    isAll,
    toggle,
    page: (isSelected: boolean) => update(isSelected ? new Set(pageIds) : EMPTY_SELECTION),
    all: () => update(new Set(pageIds), true),
    clear: () => update(EMPTY_SELECTION),
  };
}

interface ListKeys {
  rows: readonly Row[];
  selected: ReadonlySet<string>;
  userId: string;
  toggle: (id: string) => void;
  run: ReturnType<typeof useBulkAction>;
}

/** Shortcuts: j and k move the focus, x selects the focused row, r opens it for a reply; e, s and a act on the selection, or on the focused row when nothing is selected. */
function useListKeys({ rows, selected, userId, toggle, run }: ListKeys): void {
  const router = useRouter();
  const act = (action: BulkAction, assignedToId?: string) => {
    const focused = findFocusedId();
    const ids = selected.size > 0 ? [...selected] : focused ? [focused] : [];
    if (ids.length > 0) void run({ ids }, action, assignedToId);
  };
  useShortcuts({
    j: () => moveFocus(rows, 1),
    k: () => moveFocus(rows, -1),
    x: () => {
      const focused = findFocusedId();
      if (focused) toggle(focused);
    },
    e: () => act("archive"),
    s: () => act("spam"),
    a: () => act("assign", userId),
    r: () => {
      const link = findLink(findFocusedId());
      if (link) router.push(`${link.getAttribute("href")}#repondre`);
    },
  });
}

function findFocusedId(): string | null {
  const row = document.activeElement?.closest("li")?.querySelector<HTMLElement>("[data-message]");
  return row?.dataset.message ?? null;
}

function findLink(id: string | null | undefined): HTMLElement | null {
  return id ? document.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"]`) : null;
}

function moveFocus(rows: readonly Row[], step: 1 | -1): void {
  const focusedId = findFocusedId();
  const current = rows.findIndex(({ id }) => id === focusedId);
  const next = current === -1 ? (step === 1 ? 0 : rows.length - 1) : current + step;
  findLink(rows[next]?.id)?.focus();
}

function formatCount(total: number): string {
  const forms = { one: "message", other: "messages" };
  return `${formatNumber(total)} ${plural(total, "fr", forms)}`;
}
