import { readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import type { Language, LeadStatus } from "@/generated/prisma/enums";
import { db } from "@/lib/db";

const FOLDER = path.join("tests", "domain", "analytics");

type Row = Record<string, string>;

export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(FOLDER, name), "utf8"));
}

function readCsv(name: string): Row[] {
  const text = readFileSync(path.join(FOLDER, name), "utf8");
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

const CATEGORIES = [
  { id: "c-carrelage", name: "Carrelage", slug: "fx-carrelage" },
  { id: "c-sol", name: "Sol", slug: "fx-sol", parentId: "c-carrelage" },
  { id: "c-mur", name: "Mur", slug: "fx-mur", parentId: "c-carrelage" },
  { id: "c-sanitaire", name: "Sanitaire", slug: "fx-sanitaire" },
  { id: "c-gros-oeuvre", name: "Gros œuvre", slug: "fx-gros-oeuvre" },
];

/** `p-retire` of the events is missing here: it was deleted. */
const PRODUCTS = [
  ["p-zellige", "Zellige vert", "c-sol"],
  ["p-gres", "Grès cérame", "c-sol"],
  ["p-faience", "Faïence blanche", "c-mur"],
  ["p-lavabo", "Lavabo rond", "c-sanitaire"],
  ["p-mitigeur", "Mitigeur", "c-sanitaire"],
  ["p-wc", "WC suspendu", "c-sanitaire"],
  ["p-ciment", "Ciment", "c-gros-oeuvre"],
] as const;

/** Stores the 500 events of the fixture with their catalogue and leads. See the README beside them. */
export async function storeFixture(): Promise<void> {
  for (const category of CATEGORIES) await db.category.create({ data: category });
  await db.product.createMany({
    data: PRODUCTS.map(([id, name, categoryId]) => ({
      id,
      name,
      categoryId,
      slug: `fx-${id}`,
      description: "Une description de plus de dix caractères.",
      status: "ACTIVE" as const,
    })),
  });
  await db.campaign.create({ data: { id: "cmp-promo", subject: "Promotion de novembre" } });
  await db.analyticsEvent.createMany({ data: readCsv("events.csv").map(toEvent) });
  await db.lead.createMany({ data: readCsv("leads.csv").map(toLead) });
}

/** Stores who saw which variant when. `ids` are those of the experiments by name. */
export async function storeExposures(ids: ReadonlyMap<string, string>): Promise<void> {
  await db.analyticsEvent.createMany({
    data: readCsv("exposures.csv").map(({ experiment = "", variant, person = "", at = "" }) => ({
      id: `exposure ${experiment} ${person}`,
      eventType: "exposure",
      personId: person,
      createdAt: at,
      metadata: { experiment: ids.get(experiment) ?? "", variant: Number(variant) },
    })),
  });
}

const orNull = (value: string | undefined) => value || null;

function toEvent(row: Row) {
  const { returning, total, amount } = row;
  return {
    id: row.id ?? "",
    eventType: row.eventType ?? "",
    createdAt: row.at ?? "",
    visitorHash: row.visitor ?? "",
    sessionId: orNull(row.session),
    personId: orNull(row.person),
    device: orNull(row.device),
    locale: (row.locale || null) as Language | null,
    source: orNull(row.source),
    medium: orNull(row.medium),
    campaign: orNull(row.campaign),
    town: orNull(row.town),
    isReturning: returning ? returning === "oui" : null,
    page: orNull(row.page),
    productId: orNull(row.product),
    categoryId: orNull(row.category),
    searchId: row.eventType === "search" ? (row.id ?? null) : null,
    metadata: total ? { q: row.q, total: Number(total) } : amount ? { amount } : {},
  };
}

function toLead(row: Row) {
  const { ref = "", product = "", session = null, visitor = null, page = null, at, statusAt } = row;
  return {
    // The figures do not depend on the kind, and a message would need a row of its own.
    kind: "WHATSAPP" as const,
    reference: `F-${ref}`,
    productId: PRODUCTS.some(([id]) => id === product) ? product : null,
    sessionId: session,
    visitorHash: visitor,
    source: orNull(row.source),
    page,
    status: row.status as LeadStatus,
    amount: orNull(row.amount),
    createdAt: at,
    statusAt,
  };
}
