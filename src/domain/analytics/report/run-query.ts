import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { Semaphore } from "@/lib/semaphore";

const MAX_CONNECTIONS = 3;
const MAX_WAITING = 200;

/** Figures read many rows: without a limit, a few reports at once would take every connection from the shop's pages. */
const connections = new Semaphore(
  MAX_CONNECTIONS,
  MAX_WAITING,
  () =>
    new AppError("SERVICE_UNAVAILABLE", {
      message: "Trop de statistiques sont demandées en même temps. Réessayez dans un instant.",
      retryAfterSeconds: 5,
    }),
);

/** Runs one statement of a report. */
export function runQuery<Row>(statement: Prisma.Sql): Promise<Row[]> {
  return connections.run(1, () => db.$queryRaw<Row[]>(statement));
}
