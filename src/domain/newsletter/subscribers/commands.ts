import "server-only";
import { audited, writeAudit } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { eraseSubscriber } from "../subscription/commands";
import { lockSubscription } from "../subscription/end-commands";
import type { SubscriberDeletion, SubscriberFilters } from "./schema";

const ENTITY = { entityType: "NewsletterSubscriber" } as const;

/** Erases a subscriber at their request. The audit entry holds no e-mail address. */
export async function deleteSubscriber(
  actor: Actor,
  id: string,
  { email, suppress }: SubscriberDeletion,
): Promise<void> {
  const entry = { ...ENTITY, action: "delete_subscriber", entityId: id } as const;
  await audited(actor, entry, async (tx) => {
    const subscription = await lockSubscription(tx, { id });
    if (!subscription) throw new AppError("NOT_FOUND", { message: "Cet abonné n'existe plus." });
    if (subscription.email !== email) {
      throw new AppError("VALIDATION_ERROR", {
        details: { email: "Ce n'est pas l'adresse de cet abonné." },
      });
    }
    await eraseSubscriber(tx, subscription, {
      formId: "panel",
      suppressAs: suppress ? "ERASED" : null,
    });
    return { result: null, before: { status: subscription.status }, after: { suppress } };
  });
}

/** Writes the audit entry of an export. Masks the search text, which may be an e-mail address. */
export async function recordExport(
  actor: Actor,
  { q, ...filters }: SubscriberFilters,
): Promise<void> {
  const recorded = { ...filters, ...(q && { q: "•••" }) };
  const changes = Object.fromEntries(
    Object.entries(recorded).map(([name, value]) => [name, { before: null, after: value }]),
  );
  await db.$transaction((tx) =>
    writeAudit(tx, actor, { ...ENTITY, action: "export_subscribers" }, changes),
  );
}
