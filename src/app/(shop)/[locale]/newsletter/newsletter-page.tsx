import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { newsletterWords } from "@/lib/i18n/newsletter";
import { localPath } from "@/lib/i18n/paths";
import frame from "@/ui/page-frame.module.css";
import { pageMetadata } from "../../_components/metadata";
import { PageHead } from "../../_components/page-head";
import styles from "./newsletter-page.module.css";

export interface LinkPageProps {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a page behind a mailed link is asked for. */
export async function readLink({ params, searchParams }: LinkPageProps) {
  const [{ locale }, asked] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");
  return { locale: locale as Locale, token: one(asked.token), state: one(asked.etat), asked };
}

/** Behind a link that is somebody's own: nothing for search engines. */
export function ownPageMetadata(locale: Locale, path: string, title: string): Metadata {
  const description = newsletterWords(locale).lead;
  return pageMetadata({ locale, path, title, description, index: false });
}

interface Props {
  locale: Locale;
  title: string;
  children: ReactNode;
}

export function NewsletterPage({ locale, title, children }: Props) {
  return (
    <div className={frame.frame}>
      <PageHead locale={locale} name={newsletterWords(locale).heading} heading={title} />
      <div className={styles.body}>{children}</div>
    </div>
  );
}

export function HomeLink({ locale }: { locale: Locale }) {
  return (
    <p>
      <a href={localPath(locale, "/")}>{newsletterWords(locale).home}</a>
    </p>
  );
}

/** What went wrong on the way, in words; null where nothing did. */
export function Problem({ locale, state }: { locale: Locale; state: string }) {
  const { dead, wrong } = newsletterWords(locale);
  const texts: Record<string, string> = {
    expire: dead,
    panne: wrong.panne,
  };
  const text = Object.hasOwn(texts, state) ? texts[state] : undefined;
  return text ? (
    <p role="alert" className={styles.alert}>
      {text}
    </p>
  ) : null;
}
