import "server-only";
import { randomInt } from "node:crypto";
import { foldNewValues } from "@/domain/analytics/batch/known-values";
import type { Arrival, Page, Visit } from "@/domain/analytics/event";
import { insertEvent } from "@/domain/analytics/tx-commands";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { createId } from "@/lib/id";
import { toVisitColumns } from "./lead-events";
import { createLeadReference } from "./lead-reference";

export interface NewClick {
  page: Page;
  locale: Locale;
  productId: string | null;
  categoryId: string | null;
  selection: string | null;
  /** What the address says; counts where the visit has none. */
  arrival: Arrival;
}

/**
 * Counts a click on WhatsApp and returns the reference of its lead. The same visitor gets the same reference again for the same product,
 * or for the same request without one, until staff close the lead or the day of the shop ends. Null as visitor: one who refuses to be
 * counted. Their lead says nothing about them, and no event is stored.
 */
export async function recordClick(click: NewClick, visitor: Visit | null): Promise<string> {
  // Before the transaction: it may need another connection.
  const visit = visitor && (await withArrival(visitor, click.arrival));
  return db.$transaction(
    async (tx) => {
      const lead =
        (visit && (await findOpenLead(tx, click, visit))) ?? (await createLead(tx, click, visit));
      if (visit) {
        await insertEvent(tx, {
          ...visit,
          eventType: "whatsapp_click",
          page: click.page,
          locale: toLanguage(click.locale),
          productId: click.productId,
          categoryId: click.categoryId,
          metadata: { leadId: lead.id },
        });
      }
      return lead.reference;
    },
    { maxWait: 2_000, timeout: 5_000 },
  );
}

/** Without a known visit, the address of the click says where the visitor came from. */
async function withArrival(visit: Visit, arrival: Arrival): Promise<Visit> {
  if (visit.source !== null || visit.campaign !== null) return visit;
  const [folded] = await foldNewValues([{ ...arrival, eventType: "whatsapp_click" }]);
  const { source = null, medium = null, campaign = null } = folded ?? arrival;
  return { ...visit, source, medium, campaign };
}

const toLanguage = (locale: Locale) => (locale === "ar" ? ("AR" as const) : ("FR" as const));

interface FoundLead {
  id: string;
  reference: string;
}

/** Namespace of the two-key advisory lock; those of messages are 1 and 2. */
const VISITOR_LOCK = 3;

/** Locks the visitor until the transaction ends, so that a double tap makes one lead. */
async function findOpenLead(
  tx: Transaction,
  { productId, page, selection }: NewClick,
  { visitorHash }: Visit,
): Promise<FoundLead | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${VISITOR_LOCK}::int, hashtext(${visitorHash}))`;
  const [lead] = await tx.$queryRaw<FoundLead[]>`
    UPDATE "Lead" SET "selection" = ${selection} WHERE "id" = (
      SELECT "id" FROM "Lead"
      WHERE "visitorHash" = ${visitorHash} AND "createdAt" > now() - interval '1 day' AND "kind" = 'WHATSAPP'
        AND "status" IN ('NEW', 'REPLIED', 'QUOTED') AND "productId" IS NOT DISTINCT FROM ${productId}
        AND ("productId" IS NOT NULL OR ("page" = ${page} AND "selection" IS NOT DISTINCT FROM ${selection}))
      ORDER BY "createdAt" DESC, "id" LIMIT 1)
    RETURNING "id", "reference"`;
  return lead ?? null;
}

const MAX_ATTEMPTS = 9;

async function createLead(
  tx: Transaction,
  click: NewClick,
  visit: Visit | null,
): Promise<FoundLead> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const [lead] = await tx.lead.createManyAndReturn({
      data: [
        {
          id: createId(),
          kind: "WHATSAPP",
          reference: createLeadReference(randomInt, attempt),
          page: click.page,
          locale: toLanguage(click.locale),
          productId: click.productId,
          selection: click.selection,
          ...toVisitColumns(visit),
        },
      ],
      // A reference that exists already.
      skipDuplicates: true,
      select: { id: true, reference: true },
    });
    if (lead) return lead;
  }
  throw new AppError("INTERNAL_SERVER_ERROR");
}
