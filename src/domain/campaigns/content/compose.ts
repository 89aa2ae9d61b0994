import "server-only";
import { type CampaignMail, campaign, type MailBlock } from "@emails/campaign";
import { createElement } from "react";
import { listVisibleCards } from "@/domain/catalogue/products/queries";
import { getUnitTexts } from "@/domain/catalogue/sale-units";
import { renderHtml, toPlainTextBody } from "@/domain/outbox/rendering";
import { getSettings } from "@/domain/settings/queries";
import { appUrl } from "@/lib/env";
import { isolateFigures } from "@/lib/format/bidi";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { getImageSources } from "@/lib/images";
import { mapLinks } from "../blocks";
import { isContactLink, toAbsoluteUrl, toContactHref } from "../links";
import { listMissingTranslations } from "../rules";
import type { Block } from "../schema";
import { buildPlaceholder, type RenderedMail, type Snapshot } from "./recipient-mail";

export interface CampaignContent {
  subject: string;
  subjectAr: string;
  preheader: string | null;
  preheaderAr: string | null;
  blocks: Block[];
}

type MailUrls = Pick<
  CampaignMail,
  "unsubscribeUrl" | "preferencesUrl" | "pixelUrl" | "trapUrl" | "isTest"
> & { linkTo: (url: string) => string };

/** For previews and tests, which have no subscriber: links without tracking. */
export const UNTRACKED_URLS: MailUrls = {
  linkTo: (url) => url,
  unsubscribeUrl: null,
  preferencesUrl: null,
  pixelUrl: null,
  trapUrl: null,
  isTest: false,
};

/** Builds the props of the mail template in one language, with current prices. */
export async function buildCampaignMail(
  content: CampaignContent,
  locale: Locale,
  { linkTo, ...addresses }: MailUrls,
): Promise<CampaignMail> {
  const isArabic = locale === "ar";
  const { address, addressAr } = await getSettings();
  const blocks: MailBlock[] = [];
  for (const block of content.blocks) blocks.push(await toMailBlock(block, locale, linkTo));
  return {
    subject: isArabic ? content.subjectAr : content.subject,
    preheader: (isArabic ? content.preheaderAr : content.preheader) ?? "",
    blocks,
    address: isArabic ? addressAr : address,
    ...addresses,
  };
}

async function toMailBlock(block: Block, locale: Locale, linkTo: MailUrls["linkTo"]) {
  const toTrackedUrl = (href: string) => {
    const url = toAbsoluteUrl(href, appUrl);
    return url === null ? appUrl : linkTo(url);
  };
  const inLocale = (both: { fr: string; ar: string }) => (locale === "ar" ? both.ar : both.fr);
  if (block.kind === "divider") return { kind: "divider" } satisfies MailBlock;
  if (block.kind === "products") return toProductsBlock(block.productIds, locale, linkTo);
  if (block.kind === "text") {
    return { kind: "text", html: mapLinks(inLocale(block), toTrackedUrl) } satisfies MailBlock;
  }
  if (block.kind === "button") {
    // Only web links are tracked.
    const href = isContactLink(block.href) ? toContactHref(block.href) : toTrackedUrl(block.href);
    return { kind: "button", label: inLocale(block), href } satisfies MailBlock;
  }
  return {
    kind: "image",
    src: toAbsoluteImageUrl(block.url, 960),
    alt: inLocale(block) || block.fr,
    href: block.href ? toTrackedUrl(block.href) : null,
  } satisfies MailBlock;
}

async function toProductsBlock(
  ids: readonly string[],
  locale: Locale,
  linkTo: MailUrls["linkTo"],
): Promise<MailBlock> {
  const cards = await listVisibleCards(ids);
  const products = cards.map(({ slug, name, nameAr, price, priceFrom, image, ...sold }) => ({
    name: (locale === "ar" && nameAr) || name,
    price,
    isFrom: priceFrom,
    unit: getUnitTexts(sold, locale).name,
    href: linkTo(`${appUrl}${localPath(locale, `/produit/${slug}`)}`),
    image: image && toAbsoluteImageUrl(image.url, 320),
  }));
  return { kind: "products", products };
}

function toAbsoluteImageUrl(url: string, width: 320 | 960): string {
  const path = getImageSources(url).srcSet ? url.replace(/\/1280\.webp$/, `/${width}.webp`) : url;
  return path.startsWith("/") ? `${appUrl}${path}` : path;
}

export async function renderMail(mail: CampaignMail, locale: Locale): Promise<RenderedMail> {
  const html = await renderHtml(createElement(campaign.component, { ...mail, locale }));
  const subject = isolateFigures(campaign.subject({ ...mail, locale }));
  return { subject, html, text: toPlainTextBody(html) };
}

interface RenderedCampaign {
  snapshot: Snapshot;
  /** Indexed by the position in the placeholders. */
  links: { url: string; isTrap: boolean }[];
}

/** Renders a campaign with placeholders for the URLs that differ by recipient, and lists the targets of its links. */
export async function renderSnapshot(content: CampaignContent): Promise<RenderedCampaign> {
  const urls: string[] = [];
  const linkTo = (url: string) => {
    const existing = urls.indexOf(url);
    return buildPlaceholder("link", existing >= 0 ? existing : urls.push(url) - 1);
  };
  const renderLocale = async (locale: Locale) => {
    const mail = await buildCampaignMail(content, locale, { ...PLACEHOLDER_URLS, linkTo });
    return renderMail({ ...mail, trapUrl: linkTo(TRAP_URL) }, locale);
  };
  const fr = await renderLocale("fr");
  const ar = listMissingTranslations(content).length === 0 ? await renderLocale("ar") : null;
  const links = urls.map((url) =>
    url === TRAP_URL ? { url: appUrl, isTrap: true } : { url, isTrap: false },
  );
  return { snapshot: { fr, ar }, links };
}

const TRAP_URL = "trap";

const PLACEHOLDER_URLS: MailUrls = {
  ...UNTRACKED_URLS,
  unsubscribeUrl: buildPlaceholder("unsubscribe"),
  preferencesUrl: buildPlaceholder("preferences"),
  pixelUrl: buildPlaceholder("pixel"),
};
