import type { Metadata } from "next";
import { legal } from "@/content/pages/legal";
import { getShopSettings } from "@/domain/settings/published";
import { buildPageMetadata } from "../../_components/page/metadata";
import { type LocaleParams, readLocale } from "../../_components/page/page-locale";
import { TextPage } from "../../_components/page/text-page";

export const revalidate = 300;

export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const locale = await readLocale(props);
  const { title, description } = legal[locale];
  return buildPageMetadata({ locale, path: "/mentions-legales", title, description });
}

export default async function LegalPage(props: LocaleParams) {
  const locale = await readLocale(props);
  return <TextPage locale={locale} settings={await getShopSettings()} text={legal[locale]} />;
}
