import "server-only";
import { audited } from "@/domain/audit/tx-commands";
import { enqueueMail } from "@/domain/outbox/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { createId } from "@/lib/id";
import { cleanBlocks } from "../blocks";
import { NO_SUBJECT } from "../labels";
import { getCampaign } from "../queries";
import type { PreviewInput, TestRequest } from "../schema";
import { buildCampaignMail, renderMail, UNTRACKED_URLS } from "./compose";
import type { RenderedMail } from "./recipient-mail";

/** Queues one mail, marked as a test, to a staff member. @throws VALIDATION_ERROR for any other address */
export async function sendTestMail(
  actor: Actor,
  id: string,
  { to, locale }: TestRequest,
): Promise<{ to: string }> {
  const campaign = await getCampaign(id);
  const mail = await buildCampaignMail(campaign, locale === "AR" ? "ar" : "fr", {
    ...UNTRACKED_URLS,
    isTest: true,
  });
  const subject = mail.subject || campaign.subject || NO_SUBJECT;
  const entry = { action: "test_campaign", entityType: "Campaign", entityId: id } as const;
  return audited(actor, entry, async (tx) => {
    const address = to.trim().toLowerCase();
    const staff = { email: { equals: address, mode: "insensitive" }, isActive: true } as const;
    if ((await tx.user.count({ where: staff })) === 0) {
      const message = "Envoyez l'essai à votre adresse, ou à celle d'un membre de l'équipe.";
      throw new AppError("VALIDATION_ERROR", { message, details: { to: message } });
    }
    await enqueueMail(tx, {
      template: "campaign",
      props: { ...mail, subject },
      to: address,
      locale,
      idempotencyKey: `campaign-test:${createId()}`,
      entity: { type: "Campaign", id },
    });
    return { result: { to: address }, entityLabel: subject, before: null, after: { to: address } };
  });
}

/** Renders the unsaved input of the editor over the stored campaign. */
export async function previewCampaign(id: string, input: PreviewInput): Promise<RenderedMail> {
  const { locale, blocks, ...fields } = input;
  const stored = await getCampaign(id, db);
  const definedFields = Object.entries(fields).filter(([, value]) => value !== undefined);
  const content = {
    ...stored,
    ...Object.fromEntries(definedFields),
    blocks: cleanBlocks(blocks ?? stored.blocks),
  };
  const language = locale === "AR" ? "ar" : "fr";
  return renderMail(await buildCampaignMail(content, language, UNTRACKED_URLS), language);
}
