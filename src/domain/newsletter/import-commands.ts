import "server-only";
import { audited, type Transaction } from "@/lib/audit";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/id";
import { recordConsents } from "./consent";
import { type ImportLine, readImport } from "./import-rules";
import { languageOf } from "./rules";
import {
  IMPORT_VERDICTS,
  type ImportReport,
  type ImportVerdict,
  MOST_IMPORTED,
  type SubscriberImport,
} from "./staff-schema";
import { emailHmac, listSuppressed } from "./suppression";
import { IMPORT_WORDING } from "./wordings";

const MOST_TOLD = 200;
/** PostgreSQL takes 65,535 values in a statement. */
const CHUNK = 2_000;

interface Proof {
  source: string;
  consentedOn: string;
}

type Judged = ImportLine & { verdict: ImportVerdict };

/**
 * Takes in people who agreed elsewhere, with the proof that staff declare. Who unsubscribed, complained or was erased never
 * comes back this way, and who is known already stays as they are. A preview only tells.
 */
export async function importSubscribers(
  actor: Actor,
  request: SubscriberImport,
): Promise<ImportReport> {
  const lines = readImport(request.csv, request.locale);
  if (lines.length > MOST_IMPORTED) {
    throw new AppError("VALIDATION_ERROR", {
      details: { csv: `Au plus ${MOST_IMPORTED} lignes à la fois : partagez la liste.` },
    });
  }
  if (request.preview) return reportOf(await judge(db, lines), true);
  const proof = proofIn(request);
  const entry = {
    action: "import_subscribers",
    entityType: "NewsletterSubscriber",
    entityLabel: proof.source,
  };
  return audited(actor, entry, async (tx) => {
    const judged = await judge(tx, lines);
    const taken = judged.filter(({ verdict }) => verdict === "NEW");
    const added = await addAll(tx, taken, proof, actor.name);
    const after = { added, consentedOn: proof.consentedOn };
    return { result: reportOf(judged, false), before: null, after };
  });
}

/** @throws VALIDATION_ERROR naming what the proof lacks */
function proofIn({ source, consentedOn, statement }: SubscriberImport): Proof {
  const today = new Date().toISOString().slice(0, 10);
  const details = {
    ...(!source && { source: "Dites où et comment ces personnes ont accepté." }),
    ...(!consentedOn && { consentedOn: "Indiquez le jour de leur accord." }),
    ...(consentedOn && consentedOn > today && { consentedOn: "Ce jour n'est pas encore venu." }),
    ...(!statement && { statement: "Cochez la déclaration pour importer." }),
  };
  if (!source || !consentedOn || Object.keys(details).length > 0) {
    throw new AppError("VALIDATION_ERROR", { details });
  }
  return { source, consentedOn };
}

async function judge(tx: Transaction, lines: ImportLine[]): Promise<Judged[]> {
  const emails = [...new Set(lines.flatMap(({ email }) => email ?? []))];
  const [known, suppressed] = [new Set<string>(), new Set<string>()];
  for (const chunk of chunksOf(emails)) {
    const where = { email: { in: chunk } };
    const rows = await tx.newsletterSubscriber.findMany({ where, select: { email: true } });
    for (const { email } of rows) known.add(email);
    for (const hmac of await listSuppressed(tx, chunk)) suppressed.add(hmac);
  }
  const seen = new Set<string>();
  const verdictOf = (email: string | null): ImportVerdict => {
    if (email === null) return "INVALID";
    if (seen.has(email)) return "REPEATED";
    seen.add(email);
    if (suppressed.size > 0 && suppressed.has(emailHmac(email))) return "SUPPRESSED";
    return known.has(email) ? "KNOWN" : "NEW";
  };
  return lines.map((line) => ({ ...line, verdict: verdictOf(line.email) }));
}

async function addAll(
  tx: Transaction,
  lines: Judged[],
  { source, consentedOn }: Proof,
  importedBy: string,
): Promise<number> {
  const declaredOn = new Date(consentedOn);
  let added = 0;
  for (const chunk of chunksOf(lines)) {
    const rows = await tx.newsletterSubscriber.createManyAndReturn({
      data: chunk.flatMap(({ email, locale }) =>
        email === null ? [] : subscriberOf(email, languageOf(locale)),
      ),
      // Whoever subscribed this very moment did so themselves.
      skipDuplicates: true,
      select: { id: true, locale: true },
    });
    added += rows.length;
    await recordConsents(
      tx,
      rows.map(({ id, locale }) => ({
        subscriberId: id,
        event: "IMPORT" as const,
        wordingVersion: IMPORT_WORDING,
        source,
        formId: "import",
        locale,
        importedBy,
        declaredOn,
        delta: 1,
      })),
    );
  }
  return added;
}

function subscriberOf(email: string, locale: "FR" | "AR") {
  const now = new Date();
  return {
    id: newId(),
    email,
    emailHmac: emailHmac(email),
    status: "CONFIRMED" as const,
    isSubscribed: true,
    locale,
    source: "import",
    subscribedAt: now,
    confirmedAt: now,
  };
}

function reportOf(judged: Judged[], isPreview: boolean): ImportReport {
  const count = (verdict: ImportVerdict) =>
    judged.filter((each) => each.verdict === verdict).length;
  const left = judged.filter(({ verdict }) => verdict !== "NEW").slice(0, MOST_TOLD);
  return {
    isPreview,
    counts: Object.fromEntries(
      IMPORT_VERDICTS.map((verdict) => [verdict, count(verdict)]),
    ) as ImportReport["counts"],
    left: left.map(({ line, text, verdict }) => ({ line, text, verdict })),
  };
}

function chunksOf<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) =>
    items.slice(at * CHUNK, (at + 1) * CHUNK),
  );
}
