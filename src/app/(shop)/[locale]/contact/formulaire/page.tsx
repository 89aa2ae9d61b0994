import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getCatalogueDictionary } from "@/content/catalogue-dictionary";
import { contactDictionaries } from "@/content/contact-form";
import { getDictionary } from "@/content/dictionary";
import { findInquiryProduct } from "@/domain/catalogue/listing/product-published";
import { localText } from "@/domain/catalogue/rules";
import { createFormToken } from "@/domain/messaging/contact/form-token";
import {
  CONTACT_FIELDS,
  CONTACT_FLASH_FORM,
  CONTACT_MAX_LENGTH,
  type InvalidContactField,
} from "@/domain/messaging/contact/limits";
import { MIN_FILL_SECONDS } from "@/domain/messaging/contact/spam-rules";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import { getShopSettings } from "@/domain/settings/published";
import { isolateText } from "@/lib/format/bidi";
import { type FlashForm, readFlashForm } from "@/lib/http/flash-form";
import { verifyFormOutcome } from "@/lib/http/form-outcome";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { abbreviate, cleanLine, truncate } from "@/lib/input/text";
import {
  ContactForm,
  type ContactProduct,
  type RestoredForm,
} from "../../../_components/contact-form/contact-form";
import { MessageSent } from "../../../_components/contact-form/message-sent";
import { buildPageMetadata } from "../../../_components/page/metadata";
import { type LocaleParams, readLocale } from "../../../_components/page/page-locale";
import { ContactPage } from "../contact-page";

type Query = Record<string, string | string[] | undefined>;

interface Props extends LocaleParams {
  searchParams: Promise<Query>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = getDictionary(locale).contact;
  return buildPageMetadata({ locale, path: "/contact", title, description, index: false });
}

/** The dynamic twin of the contact page: `next.routes.ts` rewrites addresses with a product or a form outcome to this route. */
export default async function Page(props: Props) {
  const locale = await readLocale(props);
  const [query, settings] = await Promise.all([props.searchParams, getShopSettings()]);
  const { hours, exceptions } = settings;
  const shop = { words: contactDictionaries[locale], hours, exceptions };
  const reference = verifyFormOutcome("/contact", query.envoye);
  const flashed = query.erreur === undefined ? null : await readKept();
  const slug = flashed?.values.productSlug ?? readText(query.produit);
  const found = slug ? await findInquiryProduct(slug) : null;
  const product: ContactProduct | null = found && {
    slug: found.slug,
    name: isolateText(localText(found, "name", locale), locale),
  };
  return (
    <ContactPage locale={locale} settings={settings}>
      {reference ? (
        <MessageSent {...shop} reference={reference} />
      ) : (
        <ContactForm
          {...shop}
          locale={locale}
          product={product}
          subject={buildSubject(query.recherche, locale)}
          whatsapp={buildClickPath({ page: "contact", locale, product: product?.slug })}
          // A form shown again after an error counts as open for long enough.
          formToken={createFormToken(Date.now() - (flashed ? MIN_FILL_SECONDS * 1000 : 0))}
          restored={flashed && toRestoredForm(flashed)}
        />
      )}
    </ContactPage>
  );
}

/** The subject of a question about a search without results; empty without one. */
function buildSubject(search: string | string[] | undefined, locale: Locale): string {
  const words = cleanLine(readText(search) ?? "");
  if (words === "") return "";
  const { contactSubject } = getCatalogueDictionary(locale).search;
  return abbreviate(fill(contactSubject, { words }), CONTACT_MAX_LENGTH.subject);
}

const INVALID_FIELDS: InvalidContactField[] = [...CONTACT_FIELDS, "reach"];

function readText(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && !value.includes("\0") ? truncate(value, 300) : undefined;
}

async function readKept(): Promise<FlashForm | null> {
  return readFlashForm((await cookies()).get(CONTACT_FLASH_FORM)?.value);
}

function toRestoredForm({ values, invalid, isCut }: FlashForm): RestoredForm {
  const fields = INVALID_FIELDS.filter((name) => invalid.includes(name));
  const errors = { invalid: fields, failure: fields.length > 0 ? null : "away" } as const;
  return { values, errors, isCut };
}
