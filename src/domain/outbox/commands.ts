import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { renewIdempotencyKey } from "./rules";
import type { OutboxRetry } from "./schema";

interface LockedMail {
  state: string;
  subject: string;
  providerId: string | null;
  idempotencyKey: string;
}

/**
 * Queues a FAILED or UNKNOWN mail again, under its old key, so that the provider does not send it twice while it stores the key. A mail
 * that the provider accepted and then failed to send gets a new key, because the old one would send nothing.
 * @throws CONFLICT for a mail in another state, and for an UNKNOWN one without `mayArriveTwice`
 */
export function retryMail(actor: Actor, id: string, { mayArriveTwice }: OutboxRetry) {
  const entry = { action: "retry_outbox_email", entityType: "OutboxEmail", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const [row] = await tx.$queryRaw<LockedMail[]>`
      SELECT "state"::text, "subject", "providerId", "idempotencyKey" FROM "OutboxEmail" WHERE "id" = ${id} FOR UPDATE`;
    if (!row) throw new AppError("NOT_FOUND", { message: "Cet e-mail n'existe pas." });
    const { state, subject, providerId } = row;
    if (state !== "FAILED" && state !== "UNKNOWN") {
      throw new AppError("CONFLICT", { message: "Cet e-mail n'a pas besoin d'être renvoyé." });
    }
    if (state === "UNKNOWN" && !mayArriveTwice) {
      throw new AppError("CONFLICT", {
        message: "Cet e-mail est peut-être déjà arrivé. Confirmez qu'il peut arriver deux fois.",
      });
    }
    if (state === "FAILED" && providerId !== null) {
      await tx.outboxEmail.update({
        where: { id },
        data: {
          idempotencyKey: renewIdempotencyKey(row.idempotencyKey, createId()),
          providerId: null,
          sentAt: null,
          deliveredAt: null,
        },
        select: { id: true },
      });
    }
    await tx.$executeRaw`
      UPDATE "OutboxEmail" SET "state" = 'QUEUED', "attempts" = 0, "firstAttemptAt" = NULL, "lastError" = NULL,
        "nextAttemptAt" = clock_timestamp(), "lockedUntil" = NULL
      WHERE "id" = ${id}`;
    return {
      result: null,
      entityLabel: subject,
      before: { state },
      after: { state: "QUEUED" },
    };
  });
}
