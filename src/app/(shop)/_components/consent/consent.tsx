import { type ConsentWording, getConsentText } from "@/domain/consent/wordings";
import type { Locale } from "@/lib/i18n/locale";
import { ConsentLoader } from "./consent-loader";

interface Props {
  locale: Locale;
  wording: ConsentWording;
}

/** Asks for consent where the browser holds no choice. The page holds the text, so that no code with all its versions is loaded. */
export function Consent({ locale, wording }: Props) {
  return (
    <ConsentLoader locale={locale} wording={wording} question={getConsentText(wording, locale)} />
  );
}
