import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/lib/db";
import { MailError } from "./mail-error";

/** A little more than half a second: late timers must not bring three calls into one second. */
const GAP_MS = 600;
const LONGEST_WAIT_MS = 10_000;

/**
 * Waits for the next turn to call the vendor: two calls a second at most over all processes, on database time.
 * @throws MailError (`retry`) where the next turn is too far off
 */
export async function waitForSendSlot(): Promise<void> {
  const turns = await db.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO "MailPace" AS p ("id", "nextAt") VALUES (1, clock_timestamp() + ${GAP_MS} * interval '1 ms')
    ON CONFLICT ("id") DO UPDATE SET "nextAt" = greatest(p."nextAt", clock_timestamp()) + ${GAP_MS} * interval '1 ms'
      WHERE p."nextAt" < clock_timestamp() + ${LONGEST_WAIT_MS} * interval '1 ms'
    RETURNING (extract(epoch FROM p."nextAt" - clock_timestamp()) * 1000 - ${GAP_MS})::float8 AS "waitMs"`.catch(
    (cause: unknown) => {
      throw new MailError("retry", "La base de données ne répond pas.", {
        wasAccepted: "no",
        cause,
      });
    },
  );
  const [turn] = turns;
  if (!turn) {
    throw new MailError("retry", "Trop d'envois attendent leur tour.", { wasAccepted: "no" });
  }
  if (turn.waitMs > 0) await pause(turn.waitMs);
}
