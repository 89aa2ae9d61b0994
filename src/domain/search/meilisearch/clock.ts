import "server-only";
import { log } from "@/lib/log";
import { searchServer } from "@/lib/meilisearch/client";
import { runIndexing } from "./indexing-commands";

const INTERVAL_MS = 5_000;

/** Brings the index on the Meilisearch server up to date every few seconds, where one is configured. */
export function startIndexingClock(): void {
  if (!searchServer) return;
  let isDatabaseAway = false;
  const run = async () => {
    try {
      await runIndexing();
      isDatabaseAway = false;
    } catch (error) {
      if (!isDatabaseAway) log.warn({ err: String(error) }, "the search index cannot be updated");
      isDatabaseAway = true;
    }
    setTimeout(run, INTERVAL_MS).unref();
  };
  void run();
}
