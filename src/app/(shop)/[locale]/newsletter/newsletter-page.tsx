import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { getNewsletterDictionary } from "@/content/newsletter";
import { NEWSLETTER_FLASH_FORM } from "@/domain/newsletter/rules";
import { readFlashForm } from "@/lib/http/flash-form";
import { verifyFormOutcome } from "@/lib/http/form-outcome";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import frame from "@/ui/page-frame.module.css";
import { buildPageMetadata } from "../../_components/page/metadata";
import { PageHead } from "../../_components/page/page-head";
import { type LocaleParams, readLocale } from "../../_components/page/page-locale";
import styles from "./newsletter-page.module.css";

export interface LinkPageProps extends LocaleParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Reads the parameters of a page behind an e-mailed link. `path` is the page's own: form outcomes are signed for it. */
export async function readLinkParams({ params, searchParams }: LinkPageProps, path: string) {
  const [locale, query] = await Promise.all([readLocale({ params }), searchParams]);
  const readOne = (value: string | string[] | undefined) =>
    typeof value === "string" ? value : "";
  const outcome = verifyFormOutcome(path, query.etat);
  return { locale, token: readOne(query.token), outcome, query };
}

/** Returns the e-mail address of the rejected form from the flash cookie, or an empty string. */
export async function findRestoredEmail(): Promise<string> {
  const cookie = (await cookies()).get(NEWSLETTER_FLASH_FORM)?.value;
  return readFlashForm(cookie)?.values.email ?? "";
}

/** Keeps search engines away: these pages belong to one subscriber. */
export function buildPrivatePageMetadata(locale: Locale, path: string, title: string): Metadata {
  const description = getNewsletterDictionary(locale).lead;
  return buildPageMetadata({ locale, path, title, description, index: false });
}

interface Props {
  locale: Locale;
  title: string;
  children: ReactNode;
}

export function NewsletterPage({ locale, title, children }: Props) {
  return (
    <div className={`${frame.frame} ph-no-capture`}>
      <PageHead locale={locale} name={getNewsletterDictionary(locale).heading} heading={title} />
      <div className={styles.body}>{children}</div>
    </div>
  );
}

export function HomeLink({ locale }: { locale: Locale }) {
  return (
    <p>
      <a href={localPath(locale, "/")}>{getNewsletterDictionary(locale).home}</a>
    </p>
  );
}

/** Shows why a form of the page failed; renders nothing without a failure. */
export function LinkError({ locale, outcome }: { locale: Locale; outcome: string | null }) {
  const { dead, wrong } = getNewsletterDictionary(locale);
  const texts = new Map([
    ["expire", dead],
    ["panne", wrong.panne],
  ]);
  const text = texts.get(outcome ?? "");
  return text ? (
    <p role="alert" className={styles.alert}>
      {text}
    </p>
  ) : null;
}

/** Offers the contact page to a subscriber whose link does not work. */
export function WriteToShop({ locale }: { locale: Locale }) {
  const { text, action } = getNewsletterDictionary(locale).writeToShop;
  return (
    <p>
      {text} <a href={localPath(locale, "/contact")}>{action}</a>
    </p>
  );
}
