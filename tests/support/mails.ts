import { randomUUID } from "node:crypto";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";

/** Creates a queued mail with an encrypted link by default. */
export async function buildMail(fields: Prisma.OutboxEmailUpdateInput = {}) {
  const key = randomUUID();
  const { id } = await enqueueMail(db, {
    template: "password-reset",
    to: `m-${key.slice(0, 8)}@shop.test`,
    locale: "FR",
    idempotencyKey: `test:${key}`,
    props: { username: "fatima" },
    secret: { link: `https://shop.test/lien?token=${key}` },
  });
  return db.outboxEmail.update({ where: { id }, data: fields });
}

export function getMailRow(id: string) {
  return db.outboxEmail.findUniqueOrThrow({ where: { id } });
}

/** Makes a row due now, and expires its sender's lease. */
export function makeMailDue(id: string) {
  return db.$executeRaw`
    UPDATE "OutboxEmail" SET "nextAttemptAt" = now() - interval '1 second',
      "lockedUntil" = CASE WHEN "lockedUntil" IS NOT NULL THEN now() - interval '1 second' END
    WHERE "id" = ${id}`;
}

/** Makes the next `sendDueMails` start a separate run, as another process would. */
export function resetSenderRun(): void {
  delete (globalThis as { shopOutbox?: { run?: unknown } }).shopOutbox?.run;
}
