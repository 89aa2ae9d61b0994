import type { Metadata } from "next";
import { about } from "@/content/pages/about";
import { getShopSettings } from "@/domain/settings/published";
import { JsonLd } from "../../_components/page/json-ld";
import { buildPageMetadata } from "../../_components/page/metadata";
import { type LocaleParams, readLocale } from "../../_components/page/page-locale";
import { buildHardwareStore } from "../../_components/page/structured-data";
import { TextPage } from "../../_components/page/text-page";

export const revalidate = 300;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = about[locale];
  return buildPageMetadata({ locale, path: "/a-propos", title, description });
}

export default async function AboutPage(props: LocaleParams) {
  const locale = await readLocale(props);
  const settings = await getShopSettings();
  return (
    <>
      <TextPage locale={locale} settings={settings} text={about[locale]} image={settings.heroUrl} />
      <JsonLd data={buildHardwareStore(settings, locale)} />
    </>
  );
}
