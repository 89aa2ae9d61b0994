import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db";
import { MailError } from "./mail-error";

/** More than half a second, so that a late timer does not cause three calls within one second. */
const INTERVAL_MS = 600;
const MAX_WAIT_MS = 10_000;

/**
 * Waits for a free slot: at most two provider calls per second over all processes, on database time.
 * @throws MailError (`retry`) when the wait would exceed ten seconds
 */
export async function waitForSendSlot(): Promise<void> {
  const slots = await db.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO "MailPace" AS p ("id", "nextAt") VALUES (1, clock_timestamp() + ${INTERVAL_MS} * interval '1 ms')
    ON CONFLICT ("id") DO UPDATE SET "nextAt" = greatest(p."nextAt", clock_timestamp()) + ${INTERVAL_MS} * interval '1 ms'
      WHERE p."nextAt" < clock_timestamp() + ${MAX_WAIT_MS} * interval '1 ms'
    RETURNING (extract(epoch FROM p."nextAt" - clock_timestamp()) * 1000 - ${INTERVAL_MS})::float8 AS "waitMs"`.catch(
    (cause: unknown) => {
      throw new MailError("retry", "La base de données ne répond pas.", {
        wasAccepted: "no",
        cause,
      });
    },
  );
  const [slot] = slots;
  if (!slot) {
    throw new MailError("retry", "Trop d'envois attendent leur tour.", { wasAccepted: "no" });
  }
  if (slot.waitMs > 0) await pause(slot.waitMs);
}
