import type { Metadata } from "next";
import { cache } from "react";
import { findPreview } from "@/domain/catalogue/previews/published";
import { localText } from "@/domain/catalogue/rules";
import { getShopSettings } from "@/domain/settings/published";
import type { Locale } from "@/lib/i18n/locale";
import frame from "@/ui/page-frame.module.css";
import { orNotFound, orNotFoundMetadata, showNotFound } from "../../../_components/page/not-found";
import { readLocale } from "../../../_components/page/page-locale";
import { ProductPage } from "../../produit/[slug]/product-page";
import styles from "./page.module.css";

export const dynamic = "force-dynamic";

interface Props {
  params: Promise<{ locale: string; token: string }>;
}

const findPreviewOnce = cache(findPreview);

export const generateMetadata = orNotFoundMetadata(async ({ params }: Props): Promise<Metadata> => {
  const { locale, product } = await getPreviewProduct(params);
  const name = localText(product, "name", locale).text;
  return {
    title: { absolute: `${WORDS[locale].preview} : ${name}` },
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
});

export default orNotFound(async function Page({ params }: Props) {
  const { locale, product } = await getPreviewProduct(params);
  const settings = await getShopSettings();
  const words = WORDS[locale];
  return (
    <>
      <aside className={styles.banner} aria-label={words.preview}>
        <p className={frame.frame}>
          <strong>{words.preview}</strong> {words.explained}
        </p>
      </aside>
      <ProductPage locale={locale} product={product} related={[]} settings={settings} />
    </>
  );
});

const WORDS: Record<Locale, { preview: string; explained: string }> = {
  fr: {
    preview: "Aperçu",
    explained:
      "La fiche telle qu'elle est enregistrée, changements en attente compris. Ce lien est valable 48 heures.",
  },
  ar: {
    preview: "معاينة",
    explained:
      "البطاقة كما حُفظت، بما فيها التغييرات التي لم تُنشر بعد. هذا الرابط صالح لمدة 48 ساعة.",
  },
};

async function getPreviewProduct(params: Props["params"]) {
  const locale = await readLocale({ params });
  const product = await findPreviewOnce((await params).token.replace(/%7e/i, "~"));
  return product ? { locale, product } : showNotFound();
}
