import "server-only";
import { log } from "@/lib/log";
import { rollUp } from "./commands";

const INTERVAL_MS = 5 * 60_000;

/** Sums up events every five minutes. */
export function startRollupClock(): void {
  let hasFailed = false;
  const run = async () => {
    try {
      await rollUp();
      hasFailed = false;
    } catch (error) {
      if (!hasFailed) log.warn({ err: String(error) }, "events cannot be summed up");
      hasFailed = true;
    }
  };
  setInterval(() => void run(), INTERVAL_MS).unref();
}
