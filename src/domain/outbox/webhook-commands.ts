import "server-only";
import { z } from "zod";
import { db, type Transaction } from "@/lib/db";
import { parseEmail } from "@/lib/input/email";
import { truncate } from "@/lib/input/text";
import { isStorable } from "@/lib/input/text-schema";
import type { DeliveryEvent, DeliveryHandler } from "./delivery-event";

const text = (max: number) =>
  z.string().transform((value) => (isStorable(value) ? truncate(value, max) : ""));

const Event = z.object({
  type: z.enum([
    "email.sent",
    "email.delivered",
    "email.bounced",
    "email.suppressed",
    "email.complained",
    "email.failed",
  ]),
  created_at: z.string().optional(),
  data: z.object({
    email_id: z.string().min(1).max(100).refine(isStorable),
    to: z.array(z.string().max(400)).max(100).default([]),
    tags: z.record(z.string().max(100), text(300)).default({}).catch({}),
    bounce: z.object({ type: text(40).default(""), message: text(200).default("") }).optional(),
    failed: z.object({ reason: text(200).default("") }).optional(),
  }),
});
type Event = z.infer<typeof Event>;

/**
 * Records an event of the mail provider, once for each event id, in any order. The handlers run in the transaction that stores the
 * id, in the order given. Returns whether the event was new and had a known shape.
 */
export async function recordProviderEvent(
  id: string,
  payload: unknown,
  handlers: readonly DeliveryHandler[],
): Promise<boolean> {
  const { data: event } = Event.safeParse(payload);
  if (!event || !isStorable(id) || id.length > 200) return false;
  return db.$transaction(async (tx) => {
    const { count } = await tx.webhookEvent.createMany({
      data: { id, type: event.type },
      skipDuplicates: true,
    });
    if (count === 0) return false;
    await updateMail(tx, event);
    await runHandlers(tx, event, handlers);
    return true;
  });
}

/**
 * Finds the mail by the provider's id or by its tag. Every event proves that the provider accepted the mail, so it is not sent again,
 * even if the worker got no response.
 */
async function updateMail(tx: Transaction, event: Event): Promise<void> {
  const { email_id: providerId, tags } = event.data;
  const [id = "", keySuffix = ""] = (tags.outbox ?? "").split("_");
  const at = toEventTime(event.created_at);
  const when = (...types: Event["type"][]) => (types.includes(event.type) ? at : null);
  const state = event.type === "email.failed" ? "FAILED" : "SENT";
  await tx.$executeRaw`
    UPDATE "OutboxEmail" SET "state" = ${state}::"OutboxState", "providerId" = ${providerId}, "lockedUntil" = NULL,
      "sentAt" = coalesce("sentAt", ${at}::timestamptz),
      "deliveredAt" = coalesce("deliveredAt", ${when("email.delivered")}::timestamptz),
      "bouncedAt" = coalesce("bouncedAt", ${when("email.bounced", "email.suppressed")}::timestamptz),
      "complainedAt" = coalesce("complainedAt", ${when("email.complained")}::timestamptz),
      "lastError" = coalesce(${getReason(event)}, CASE WHEN "bouncedAt" IS NOT NULL THEN "lastError" END),
      "sealed" = CASE WHEN ${state} = 'SENT' THEN NULL ELSE "sealed" END
    WHERE "providerId" = ${providerId} OR ("id" = ${id} AND "providerId" IS NULL
      AND coalesce(substring("idempotencyKey" FROM '~(\\w{8})$'), '') = ${keySuffix})`;
}

function getReason({ type, data }: Event): string | null {
  if (type === "email.bounced") return data.bounce?.message || "L'adresse a refusé le message.";
  if (type === "email.suppressed") return "Resend n'envoie plus à cette adresse.";
  if (type === "email.failed") return data.failed?.reason || "Resend n'a pas pu envoyer.";
  return null;
}

async function runHandlers(
  tx: Transaction,
  event: Event,
  handlers: readonly DeliveryHandler[],
): Promise<void> {
  const kind = toDeliveryKind(event);
  if (!kind) return;
  const { email_id: providerId, to, tags } = event.data;
  for (const recipient of to) {
    const email = parseEmail(/<([^<>]+)>\s*$/.exec(recipient)?.[1] ?? recipient);
    if (!email) continue;
    for (const handle of handlers) await handle(tx, { email, kind, providerId, tags });
  }
}

function toDeliveryKind({ type, data }: Event): DeliveryEvent["kind"] | null {
  if (type === "email.delivered") return "delivered";
  if (type === "email.complained") return "complained";
  if (type === "email.suppressed") return "bounced";
  if (type === "email.failed") return "failed";
  if (type !== "email.bounced") return null;
  return data.bounce?.type === "Permanent" ? "bounced" : "soft_bounced";
}

/** The provider's time of the event, or now for an invalid or future time. */
function toEventTime(value: string | undefined): Date {
  const time = Date.parse(value ?? "");
  return new Date(Number.isNaN(time) ? Date.now() : Math.min(time, Date.now()));
}
