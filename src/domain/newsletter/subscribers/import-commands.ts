import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { db, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import { createId } from "@/lib/id";
import { toLanguage } from "../rules";
import { findSuppressedHmacs, hashEmail } from "../subscription/suppression";
import { IMPORT_WORDING } from "../subscription/wordings";
import { type ImportLine, parseImport } from "./import-rules";
import {
  IMPORT_VERDICTS,
  type ImportReport,
  type ImportVerdict,
  MAX_IMPORT_LINES,
  type SubscriberImport,
} from "./schema";

const MAX_REPORTED_LINES = 200;

interface ConsentProof {
  source: string;
  consentedOn: string;
}

type ClassifiedLine = ImportLine & { verdict: ImportVerdict };

/**
 * Imports people who gave their consent elsewhere, with the proof that staff declare. Skips suppressed addresses (unsubscribed,
 * bounced, complained or erased) and existing subscribers. A preview writes nothing.
 */
export async function importSubscribers(
  actor: Actor,
  request: SubscriberImport,
): Promise<ImportReport> {
  const lines = parseImport(request.csv, request.locale);
  if (lines.length > MAX_IMPORT_LINES) {
    throw new AppError("VALIDATION_ERROR", {
      details: { csv: `Au plus ${MAX_IMPORT_LINES} lignes à la fois : partagez la liste.` },
    });
  }
  if (request.preview) return buildReport(await classifyLines(db, lines), true);
  const proof = requireProof(request);
  const entry = {
    action: "import_subscribers",
    entityType: "NewsletterSubscriber",
    entityLabel: proof.source,
  } as const;
  return audited(actor, entry, async (tx) => {
    const classified = await classifyLines(tx, lines);
    const newLines = classified.filter(({ verdict }) => verdict === "NEW");
    const added = await insertSubscribers(tx, newLines, proof, actor.name);
    const after = { added, consentedOn: proof.consentedOn };
    return { result: buildReport(classified, false), before: null, after };
  });
}

/** Formats a date as "2026-11-23" in the shop's time zone. */
const SHOP_DATE_FORMAT = new Intl.DateTimeFormat("en-CA", { timeZone: SHOP_TIME_ZONE });

/** @throws VALIDATION_ERROR with the missing fields of the proof */
function requireProof({ source, consentedOn, statement }: SubscriberImport): ConsentProof {
  const today = SHOP_DATE_FORMAT.format(new Date());
  const details: Record<string, string> = {};
  if (!source) details.source = "Dites où et comment ces personnes ont accepté.";
  if (!consentedOn) details.consentedOn = "Indiquez le jour de leur accord.";
  else if (consentedOn > today) details.consentedOn = "Ce jour n'est pas encore venu.";
  if (!statement) details.statement = "Cochez la déclaration pour importer.";
  if (!source || !consentedOn || Object.keys(details).length > 0) {
    throw new AppError("VALIDATION_ERROR", { details });
  }
  return { source, consentedOn };
}

async function classifyLines(tx: Transaction, lines: ImportLine[]): Promise<ClassifiedLine[]> {
  const emails = [...new Set(lines.flatMap(({ email }) => email ?? []))];
  const [rows, suppressed] = [
    await tx.$queryRaw<{ email: string }[]>`
      SELECT "email" FROM "NewsletterSubscriber" WHERE "email" = ANY(${emails})`,
    await findSuppressedHmacs(tx, emails),
  ];
  const knownEmails = new Set(rows.map(({ email }) => email));
  const seenEmails = new Set<string>();
  const getVerdict = (email: string | null): ImportVerdict => {
    if (email === null) return "INVALID";
    if (seenEmails.has(email)) return "REPEATED";
    seenEmails.add(email);
    if (suppressed.size > 0 && suppressed.has(hashEmail(email))) return "SUPPRESSED";
    return knownEmails.has(email) ? "KNOWN" : "NEW";
  };
  return lines.map((line) => ({ ...line, verdict: getVerdict(line.email) }));
}

/** Inserts all rows in two statements. Does not change a subscriber who has been added meanwhile. */
async function insertSubscribers(
  tx: Transaction,
  lines: ClassifiedLine[],
  { source, consentedOn }: ConsentProof,
  importedBy: string,
): Promise<number> {
  const people = lines.flatMap(({ email, locale }) => (email === null ? [] : { email, locale }));
  const ids = people.map(createId);
  const emails = people.map(({ email }) => email);
  const hmacs = emails.map(hashEmail);
  const locales = people.map(({ locale }) => toLanguage(locale));
  const added = await tx.$queryRaw<{ id: string; locale: string }[]>`
    INSERT INTO "NewsletterSubscriber" ("id", "email", "emailHmac", "locale", "status", "isSubscribed", "source", "confirmedAt")
    SELECT p."id", p."email", p."hmac", p."locale"::"Language", 'CONFIRMED', true, 'import', now()
    FROM unnest(${ids}::text[], ${emails}::text[], ${hmacs}::text[], ${locales}::text[]) AS p("id", "email", "hmac", "locale")
    ON CONFLICT ("email") DO NOTHING
    RETURNING "id", "locale"::text AS "locale"`;
  await tx.$executeRaw`
    INSERT INTO "ConsentEvent"
      ("id", "subscriberId", "event", "wordingVersion", "source", "formId", "locale", "importedBy", "declaredOn", "delta")
    SELECT p."id", p."subscriber", 'IMPORT', ${IMPORT_WORDING}, ${source}, 'import', p."locale"::"Language", ${importedBy}, ${consentedOn}::date, 1
    FROM unnest(${added.map(createId)}::text[], ${added.map(({ id }) => id)}::text[], ${added.map(({ locale }) => locale)}::text[])
      AS p("id", "subscriber", "locale")`;
  return added.length;
}

function buildReport(classified: ClassifiedLine[], isPreview: boolean): ImportReport {
  const count = (verdict: ImportVerdict) =>
    classified.filter((each) => each.verdict === verdict).length;
  const rejected = classified
    .filter(({ verdict }) => verdict !== "NEW")
    .slice(0, MAX_REPORTED_LINES);
  return {
    isPreview,
    counts: Object.fromEntries(
      IMPORT_VERDICTS.map((verdict) => [verdict, count(verdict)]),
    ) as ImportReport["counts"],
    left: rejected.map(({ line, text, verdict }) => ({ line, text, verdict })),
  };
}
