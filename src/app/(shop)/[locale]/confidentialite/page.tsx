import type { Metadata } from "next";
import { countingChoice, privacy } from "@/content/pages/privacy";
import { getShopSettings } from "@/domain/settings/published";
import { BidiText } from "@/ui/bidi-text";
import frame from "@/ui/page-frame.module.css";
import { buildPageMetadata } from "../../_components/page/metadata";
import { type LocaleParams, readLocale } from "../../_components/page/page-locale";
import { TextPage } from "../../_components/page/text-page";
import { CountingChoice } from "./counting-choice";

export const revalidate = 300;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = privacy[locale];
  return buildPageMetadata({ locale, path: "/confidentialite", title, description });
}

export default async function PrivacyPage(props: LocaleParams) {
  const locale = await readLocale(props);
  const { heading, lead, ...labels } = countingChoice[locale];
  return (
    <TextPage locale={locale} settings={await getShopSettings()} text={privacy[locale]}>
      <section className={frame.prose}>
        <h2>{heading}</h2>
        <p>
          <BidiText text={lead} lang={locale} />
        </p>
        <CountingChoice {...labels} />
      </section>
    </TextPage>
  );
}
