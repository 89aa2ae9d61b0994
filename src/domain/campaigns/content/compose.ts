import "server-only";
import { type CampaignMail, campaign, type MailBlock } from "@emails/campaign";
import { createElement } from "react";
import { listShownCards } from "@/domain/catalogue/products/queries";
import { unitTexts } from "@/domain/catalogue/sale-units";
import { renderHtml, toPlainTextBody } from "@/domain/outbox/rendering";
import { findSettings } from "@/domain/settings/queries";
import { appUrl } from "@/lib/env";
import { isolateFigures } from "@/lib/format/bidi";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { getImageSources } from "@/lib/images";
import { mapLinks } from "../blocks";
import { absoluteLink, isContactLink, toContactHref } from "../links";
import { missingInArabic } from "../rules";
import type { Block } from "../schema";
import { placeFor, type Rendered, type Snapshot } from "./personal-copy";

export interface Written {
  subject: string;
  subjectAr: string;
  preheader: string | null;
  preheaderAr: string | null;
  blocks: Block[];
}

type Addresses = Pick<
  CampaignMail,
  "unsubscribeUrl" | "preferencesUrl" | "pixelUrl" | "trapUrl" | "isTest"
> & { linkTo: (url: string) => string };

/** Of a mail that nobody subscribed to: links lead straight where they lead. */
export const DIRECT: Addresses = {
  linkTo: (url) => url,
  unsubscribeUrl: null,
  preferencesUrl: null,
  pixelUrl: null,
  trapUrl: null,
  isTest: false,
};

/** What the template shows of a campaign in one language, with prices as they are now. */
export async function mailOf(
  written: Written,
  locale: Locale,
  { linkTo, ...addresses }: Addresses,
): Promise<CampaignMail> {
  const isArabic = locale === "ar";
  const { address, addressAr } = await findSettings();
  const blocks: MailBlock[] = [];
  for (const block of written.blocks) blocks.push(await blockIn(block, locale, linkTo));
  return {
    subject: isArabic ? written.subjectAr : written.subject,
    preheader: (isArabic ? written.preheaderAr : written.preheader) ?? "",
    blocks,
    address: isArabic ? addressAr : address,
    ...addresses,
  };
}

async function blockIn(block: Block, locale: Locale, linkTo: Addresses["linkTo"]) {
  const follow = (href: string) => {
    const url = absoluteLink(href, appUrl);
    return url === null ? appUrl : linkTo(url);
  };
  const words = (both: { fr: string; ar: string }) => (locale === "ar" ? both.ar : both.fr);
  if (block.kind === "divider") return { kind: "divider" } satisfies MailBlock;
  if (block.kind === "products") return productsIn(block.productIds, locale, linkTo);
  if (block.kind === "text") {
    return { kind: "text", html: mapLinks(words(block), follow) } satisfies MailBlock;
  }
  if (block.kind === "button") {
    // Only links to the web are counted.
    const href = isContactLink(block.href) ? toContactHref(block.href) : follow(block.href);
    return { kind: "button", label: words(block), href } satisfies MailBlock;
  }
  return {
    kind: "image",
    src: pictureUrl(block.url, 960),
    alt: words(block) || block.fr,
    href: block.href ? follow(block.href) : null,
  } satisfies MailBlock;
}

async function productsIn(
  ids: readonly string[],
  locale: Locale,
  linkTo: Addresses["linkTo"],
): Promise<MailBlock> {
  const cards = await listShownCards(ids);
  const products = cards.map(({ slug, name, nameAr, price, priceFrom, image, ...sold }) => ({
    name: (locale === "ar" && nameAr) || name,
    price,
    isFrom: priceFrom,
    unit: unitTexts(sold, locale).name,
    href: linkTo(`${appUrl}${localPath(locale, `/produit/${slug}`)}`),
    image: image && pictureUrl(image.url, 320),
  }));
  return { kind: "products", products };
}

function pictureUrl(url: string, width: 320 | 960): string {
  const path = getImageSources(url).srcSet ? url.replace(/\/1280\.webp$/, `/${width}.webp`) : url;
  return path.startsWith("/") ? `${appUrl}${path}` : path;
}

export async function renderMail(mail: CampaignMail, locale: Locale): Promise<Rendered> {
  const html = await renderHtml(createElement(campaign.component, { ...mail, locale }));
  const subject = isolateFigures(campaign.subject({ ...mail, locale }));
  return { subject, html, text: toPlainTextBody(html) };
}

interface Frozen {
  snapshot: Snapshot;
  /** By position. */
  links: { url: string; isTrap: boolean }[];
}

/** A campaign as everybody will get it, with places for what differs by person, and where its links lead. */
export async function freezeMail(written: Written): Promise<Frozen> {
  const urls: string[] = [];
  const linkTo = (url: string) => {
    const known = urls.indexOf(url);
    return placeFor("link", known >= 0 ? known : urls.push(url) - 1);
  };
  const inLanguage = async (locale: Locale) => {
    const mail = await mailOf(written, locale, { ...PLACES, linkTo });
    return renderMail({ ...mail, trapUrl: linkTo(TRAP) }, locale);
  };
  const fr = await inLanguage("fr");
  const ar = missingInArabic(written).length === 0 ? await inLanguage("ar") : null;
  const links = urls.map((url) =>
    url === TRAP ? { url: appUrl, isTrap: true } : { url, isTrap: false },
  );
  return { snapshot: { fr, ar }, links };
}

const TRAP = "trap";

const PLACES: Addresses = {
  ...DIRECT,
  unsubscribeUrl: placeFor("unsubscribe"),
  preferencesUrl: placeFor("preferences"),
  pixelUrl: placeFor("pixel"),
};
