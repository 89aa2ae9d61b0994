import type { Metadata } from "next";
import { contactDictionaries } from "@/content/contact-form";
import { getDictionary } from "@/content/dictionary";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import { getShopSettings } from "@/domain/settings/published";
import { ContactForm } from "../../_components/contact-form/contact-form";
import { buildPageMetadata } from "../../_components/page/metadata";
import { type LocaleParams, readLocale } from "../../_components/page/page-locale";
import { ContactPage } from "./contact-page";

export const revalidate = 300;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = getDictionary(locale).contact;
  return buildPageMetadata({ locale, path: "/contact", title, description });
}

export default async function Page(props: LocaleParams) {
  const locale = await readLocale(props);
  const settings = await getShopSettings();
  return (
    <ContactPage locale={locale} settings={settings}>
      <ContactForm
        locale={locale}
        words={contactDictionaries[locale]}
        hours={settings.hours}
        exceptions={settings.exceptions}
        whatsapp={buildClickPath({ page: "contact", locale })}
      />
    </ContactPage>
  );
}
