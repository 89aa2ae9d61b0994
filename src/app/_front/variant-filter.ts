import type { IncomingMessage } from "node:http";
import { getInvalidatedAt } from "@/lib/cache/epoch";
import { keepKnownVariants } from "@/lib/cache/variant-codes";
import { VARIANTS_COOKIE } from "@/lib/cache/variants-cookie";
import { log } from "@/lib/log";

/** For changes that another process made. */
const REFRESH_MS = 5_000;

/** Removes the variants that do not exist from a request; a promise while it first has to ask which exist. */
export type VariantFilter = (request: IncomingMessage) => Promise<void> | undefined;

/**
 * Without the filter each invented value of the cookie is a page that Next renders and stores. `listCodes` is asked after a change of this
 * process, and while requests come every few seconds; where it fails, the codes of its last answer are still known.
 */
export function createVariantFilter(listCodes: () => Promise<readonly string[]>): VariantFilter {
  let known: ReadonlySet<string> = new Set();
  let loads = 0;
  let startedAt = Number.NEGATIVE_INFINITY;
  /** After a change requests wait for this. */
  let pending: Promise<void> | undefined;

  async function load(): Promise<void> {
    loads += 1;
    const mine = loads;
    startedAt = Date.now();
    try {
      const codes = await listCodes();
      if (mine === loads) known = new Set(codes);
    } catch (error) {
      log.warn({ err: String(error) }, "the variants could not be read");
    }
  }

  function loadChange(): void {
    const mine = load().finally(() => {
      if (pending === mine) pending = undefined;
    });
    pending = mine;
  }

  return ({ headers }) => {
    const { cookie = "" } = headers;
    if (!cookie.includes(VARIANTS_COOKIE)) return;
    const apply = () => {
      headers.cookie = keepKnownVariants(cookie, known);
    };
    if (startedAt <= getInvalidatedAt()) loadChange();
    else if (!pending && Date.now() - startedAt > REFRESH_MS) void load();
    if (pending) return pending.then(apply);
    apply();
  };
}
