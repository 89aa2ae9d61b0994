import type { Metadata } from "next";
import { WhatsAppLink } from "@/app/(shop)/_components/layout/whatsapp-link";
import { getDictionary } from "@/content/dictionary";
import { faq } from "@/content/pages/faq";
import type { FaqPage as Faq, FaqEntry } from "@/content/pages/faq-page";
import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "@/ui/bidi-text";
import frame from "@/ui/page-frame.module.css";
import { JsonLd } from "../../_components/page/json-ld";
import { buildPageMetadata } from "../../_components/page/metadata";
import { PageHead } from "../../_components/page/page-head";
import { type LocaleParams, readLocale } from "../../_components/page/page-locale";
import styles from "./page.module.css";

export const revalidate = 300;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = faq[locale];
  return buildPageMetadata({ locale, path: "/faq", title, description });
}

export default async function FaqPage(props: LocaleParams) {
  const locale = await readLocale(props);
  const { whatsapp } = getDictionary(locale);
  const { title, heading, lead, groups } = faq[locale];
  return (
    <div className={frame.frame}>
      <PageHead locale={locale} name={title} heading={heading} lead={lead} />
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.heading} className={styles.group}>
            <h2>{group.heading}</h2>
            <div>
              {group.questions.map((entry) => (
                <Question key={entry.question} {...entry} locale={locale} />
              ))}
            </div>
          </section>
        ))}
        <WhatsAppLink page="faq" locale={locale}>
          {whatsapp.write}
        </WhatsAppLink>
      </div>
      <JsonLd data={buildFaqData(groups)} />
    </div>
  );
}

function Question({ question, answer, locale }: FaqEntry & { locale: Locale }) {
  return (
    <details className={styles.question}>
      <summary>
        <h3>
          <BidiText text={question} lang={locale} />
        </h3>
      </summary>
      {answer.map((paragraph) => (
        <p key={paragraph}>
          <BidiText text={paragraph} lang={locale} />
        </p>
      ))}
    </details>
  );
}

function buildFaqData(groups: Faq["groups"]) {
  return {
    "@type": "FAQPage",
    mainEntity: groups
      .flatMap(({ questions }) => questions)
      .map(({ question, answer }) => ({
        "@type": "Question",
        name: question,
        acceptedAnswer: { "@type": "Answer", text: answer.join(" ") },
      })),
  };
}
