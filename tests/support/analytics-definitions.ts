import { randomBytes } from "node:crypto";
import type { DefinitionInput } from "@/domain/analytics/definitions/schema";
import { hashToken } from "@/lib/auth/lucia";
import { db } from "@/lib/db";
import type { MutationExample } from "./mutation-example";
import { newWord } from "./search";

export const toSegment = (name = newWord()): DefinitionInput => ({
  kind: "SEGMENT",
  name,
  definition: { filter: { device: ["phone"], locale: ["ar"] } },
});

export const toFunnel = (name = newWord()): DefinitionInput => ({
  kind: "FUNNEL",
  name,
  definition: {
    steps: [
      { name: "Fiche", conditions: [{ event: ["product_view"] }] },
      { name: "Demande", conditions: [{ event: ["whatsapp_click"] }, { page: ["contact"] }] },
    ],
    windowMinutes: 60,
    scope: "session",
    isOrdered: true,
  },
});

export function buildDefinition(input = toSegment()) {
  return db.analyticsDefinition.create({ data: input });
}

export async function buildShare(target: object = { kind: "FIGURES", query: { period: "7" } }) {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { id } = await db.analyticsShare.create({
    data: { name: "Pour la banque", target, tokenHash: hashToken(token), expiresAt },
  });
  return { id, token };
}

export const ANALYTICS_MUTATIONS: Record<string, MutationExample> = {
  "POST /api/admin/analytics/definitions": async () => ({ body: toFunnel() }),
  "PATCH /api/admin/analytics/definitions/{id}": async () => ({
    params: { id: (await buildDefinition()).id },
    body: { ...toSegment(), version: 1 },
  }),
  "DELETE /api/admin/analytics/definitions/{id}": async () => ({
    params: { id: (await buildDefinition()).id },
  }),
  "POST /api/admin/analytics/shares": async () => ({
    body: { name: "Pour la banque", days: 7, target: { kind: "FIGURES", query: { period: "7" } } },
  }),
  "DELETE /api/admin/analytics/shares/{id}": async () => ({
    params: { id: (await buildShare()).id },
  }),
};
