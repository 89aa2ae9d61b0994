import "server-only";
import { pool } from "@/lib/db";
import { log } from "@/lib/log";
import { type CatalogueIndex, loadIndex, refreshIndex } from "./source";

/** A request waits this long for the index of a process that has just started, then asks PostgreSQL. */
const MAX_WAIT_MS = 400;

interface State {
  index: CatalogueIndex | null;
  loading: Promise<void> | null;
  /** The refresh that runs, and the one that starts after it. */
  running: Promise<void> | null;
  next: Promise<void> | null;
}

/** On globalThis, because pages and routes are separate bundles of one process. */
const shared = globalThis as { shopCatalogueIndex?: State };
shared.shopCatalogueIndex ??= { index: null, loading: null, running: null, next: null };
const state = shared.shopCatalogueIndex;

/**
 * Returns the index with everything that was committed before the call. Null while it loads, and for a catalogue that is larger
 * than the process may hold: PostgreSQL answers then.
 */
export async function getCatalogueIndex(): Promise<CatalogueIndex | null> {
  if (!state.index) {
    state.loading ??= load();
    await Promise.race([state.loading, wait(MAX_WAIT_MS)]);
  }
  if (state.index) await refresh();
  return state.index;
}

async function load(): Promise<void> {
  const start = performance.now();
  try {
    state.index = await loadIndex(pool);
    const { count } = state.index.columns;
    log.info(
      { products: count, ms: Math.round(performance.now() - start) },
      "catalogue index loaded",
    );
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
