import "server-only";
import { pool } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { type CatalogueIndex, loadIndex, refreshIndex } from "./source";

/** How long a catalogue that is too large is not loaded again. */
const RETRY_MS = 10 * 60_000;
/** A request waits this long for the index of a process that has just started, then asks PostgreSQL. */
const MAX_WAIT_MS = 400;

interface State {
  index: CatalogueIndex | null;
  loading: Promise<void> | null;
  /** The catalogue was too large for the memory at this time. */
  tooLargeAt: number;
  /** The refresh that runs, and the one that starts after it. */
  running: Promise<void> | null;
  next: Promise<void> | null;
}

/** On globalThis, because pages and routes are separate bundles of one process. */
const shared = globalThis as { shopCatalogueIndex?: State };
shared.shopCatalogueIndex ??= {
  index: null,
  loading: null,
  tooLargeAt: 0,
  running: null,
  next: null,
};
const state = shared.shopCatalogueIndex;

/**
 * Returns the index with everything that was committed before the call. Null while it loads, where it cannot be loaded, and
 * for a catalogue that is larger than the process may hold: PostgreSQL answers then.
 */
export async function getCatalogueIndex(): Promise<CatalogueIndex | null> {
  if (!state.index) {
    if (Date.now() - state.tooLargeAt < RETRY_MS) return null;
    state.loading ??= load();
    await Promise.race([state.loading, wait(MAX_WAIT_MS)]);
  }
  if (state.index) await refresh();
  return state.index;
}

async function load(): Promise<void> {
  const start = performance.now();
  try {
    const index = await loadIndex(pool, env.LISTING_INDEX_MAX_MB * 2 ** 20);
    const ms = Math.round(performance.now() - start);
    state.index = index;
    if (index) {
      const { columns, terms } = index;
      log.info(
        { ms, products: columns.count, hasWords: terms.hasPostings },
        "catalogue index loaded",
      );
    } else {
      state.tooLargeAt = Date.now();
      log.warn({ ms }, "catalogue index is larger than LISTING_INDEX_MAX_MB");
    }
  } catch (error) {
    log.warn({ err: String(error) }, "catalogue index cannot be loaded");
  } finally {
    state.loading = null;
  }
}

/** Requests that arrive while a refresh runs share the next one: the running one may have begun before a change of theirs. */
function refresh(): Promise<void> {
  if (state.next !== null) return state.next;
  if (state.running === null) return startRefresh();
  state.next = state.running.then(startRefresh, startRefresh);
  return state.next;
}

function startRefresh(): Promise<void> {
  state.next = null;
  state.running = runRefresh().finally(() => {
    state.running = null;
  });
  return state.running;
}

async function runRefresh(): Promise<void> {
  if (state.index && !(await refreshIndex(pool, state.index))) state.index = null;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
