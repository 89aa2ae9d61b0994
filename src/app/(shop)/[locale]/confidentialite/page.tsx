import type { Metadata } from "next";
import {
  countingChoice,
  POSTHOG_SECTION,
  PRIVACY_CONTROLS,
  privacy,
} from "@/content/pages/privacy";
import type { TextPage as Text } from "@/content/pages/text-page";
import { CONSENT_WORDINGS, getConsentText, hasPurpose } from "@/domain/consent/wordings";
import { getShopSettings } from "@/domain/settings/published";
import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "@/ui/bidi-text";
import frame from "@/ui/page-frame.module.css";
import { getAskedWording } from "../../_components/consent/asked-wording";
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
  const [settings, wording] = await Promise.all([getShopSettings(), getAskedWording()]);
  const { heading, lead, ...labels } = countingChoice[locale];
  const consent = <ConsentTexts locale={locale} isAsked={wording !== null} />;
  const text = wording && hasPurpose(wording, "posthog") ? withPostHog(locale) : privacy[locale];
  return (
    <TextPage
      locale={locale}
      settings={settings}
      text={text}
      controls={new Map([["cookies", consent]])}
    >
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

/** The page with the section about PostHog after the one about cookies. */
function withPostHog(locale: Locale): Text {
  const text = privacy[locale];
  const sections = text.sections.flatMap((section) =>
    section.id === "cookies" ? [section, POSTHOG_SECTION[locale]] : [section],
  );
  return { ...text, sections };
}

function ConsentTexts({ locale, isAsked }: { locale: Locale; isAsked: boolean }) {
  const { wordings, change } = PRIVACY_CONTROLS[locale];
  return (
    <>
      <p>{wordings}</p>
      <dl>
        {CONSENT_WORDINGS.map((version) => (
          <div key={version}>
            <dt>
              <code dir="ltr">{version}</code>
            </dt>
            <dd>{getConsentText(version, locale)}</dd>
          </div>
        ))}
      </dl>
      {isAsked && (
        <p data-needs-script>
          <button type="button" className="button" data-variant="quiet" data-consent>
            {change}
          </button>
        </p>
      )}
    </>
  );
}
