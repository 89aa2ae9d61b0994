import "server-only";
import { log } from "@/lib/log";
import { queueWeeklyFigures } from "./commands";

const INTERVAL_MS = 10 * 60_000;

/** Queues the weekly mail when it is due, and then has the queue sent. */
export function startWeeklyClock(sendMails: () => Promise<unknown>): void {
  const run = async () => {
    try {
      if (await queueWeeklyFigures()) await sendMails();
    } catch (error) {
      log.warn({ err: String(error) }, "the weekly figures cannot be mailed");
    }
  };
  setInterval(() => void run(), INTERVAL_MS).unref();
}
