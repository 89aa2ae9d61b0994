import { randomUUID } from "node:crypto";
import { renderSnapshot } from "@/domain/campaigns/content/compose";
import { getCampaign } from "@/domain/campaigns/queries";
import type { Block } from "@/domain/campaigns/schema";
import { createMessages } from "@/domain/campaigns/sending/audience-commands";
import { hashEmail } from "@/domain/newsletter/subscription/suppression";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { createId } from "@/lib/id";
import type { MutationExample } from "./mutation-example";

/** Creates confirmed subscribers in one statement. */
export function buildSubscribers(
  count: number,
  fields: Partial<Prisma.NewsletterSubscriberUncheckedCreateInput> = {},
) {
  const data = Array.from({ length: count }, () => {
    const email = `s-${randomUUID().slice(0, 13)}@shop.test`;
    return {
      id: createId(),
      email,
      emailHmac: hashEmail(email),
      status: "CONFIRMED" as const,
      confirmedAt: new Date(Date.now() - 86_400_000),
      ...fields,
    };
  });
  return db.newsletterSubscriber.createManyAndReturn({ data });
}

export const TEXT_BLOCK: Block = {
  kind: "text",
  id: "texte",
  fr: '<p>Des <strong>zelliges</strong>. <a href="https://exemple.ma/offre">Voir</a></p>',
  ar: "",
};

export const BILINGUAL_TEXT_BLOCK: Block = {
  ...TEXT_BLOCK,
  ar: '<p>زليج. <a href="https://exemple.ma/offre-ar">شاهدوا</a></p>',
};

/** Creates a complete draft by default. */
export function buildCampaign(
  fields: Partial<Prisma.CampaignUncheckedCreateInput> & { blocks?: Block[] } = {},
) {
  const { blocks = [TEXT_BLOCK], ...rest } = fields;
  return db.campaign.create({
    data: { subject: `Campagne ${randomUUID().slice(0, 6)}`, content: { blocks }, ...rest },
  });
}

/** Creates a running campaign for the subscribers of this source. */
export async function buildRunningCampaign(
  source: string,
  blocks: Block[] = [TEXT_BLOCK],
  fields: Partial<Prisma.CampaignUncheckedCreateInput> = {},
) {
  const { id } = await buildCampaign({ blocks, audience: { sources: [source] }, ...fields });
  const campaign = await getCampaign(id);
  const { snapshot, links } = await renderSnapshot(campaign);
  const toSend = await db.$transaction((tx) => createMessages(tx, id, campaign.audience));
  await db.campaignLink.createMany({
    data: links.map((link, position) => ({ campaignId: id, position, ...link })),
  });
  return db.campaign.update({
    where: { id },
    data: {
      status: "RUNNING",
      startedAt: new Date(),
      snapshot,
      toSend,
    },
  });
}

const params = async (fields: Parameters<typeof buildCampaign>[0] = {}) => ({
  params: { id: (await buildCampaign(fields)).id },
});

/** Creates a draft with a unique source, so that its audience is exactly one subscriber. */
async function buildCampaignWithAudience() {
  const source = randomUUID().slice(0, 8);
  await buildSubscribers(1, { source });
  return params({ audience: { sources: [source] } });
}

const PATH = "/api/admin/newsletter/campaign";

export const CAMPAIGN_MUTATIONS: Record<string, MutationExample> = {
  [`POST ${PATH}`]: async () => ({ body: { subject: "Zelliges", blocks: [TEXT_BLOCK] } }),
  [`PATCH ${PATH}/{id}`]: async () => ({
    ...(await params()),
    body: { subject: "Un autre objet", version: 1 },
  }),
  [`DELETE ${PATH}/{id}`]: () => params(),
  [`POST ${PATH}/{id}/duplicate`]: () => params(),
  [`POST ${PATH}/{id}/test`]: async (owner) => ({
    ...(await params()),
    body: { to: owner.email },
  }),
  [`POST ${PATH}/{id}/send`]: async () => ({
    ...(await buildCampaignWithAudience()),
    body: { count: 1, version: 1 },
  }),
  [`POST ${PATH}/{id}/schedule`]: async () => ({
    ...(await buildCampaignWithAudience()),
    body: { count: 1, version: 1, sendAt: new Date(Date.now() + 86_400_000).toISOString() },
  }),
  [`POST ${PATH}/{id}/pause`]: () => params({ status: "RUNNING" }),
  [`POST ${PATH}/{id}/resume`]: () => params({ status: "PAUSED" }),
  [`POST ${PATH}/{id}/cancel`]: () => params({ status: "PAUSED" }),
};
