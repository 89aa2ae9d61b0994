import type { ReactNode } from "react";
import type { TextPage as Text, TextSection } from "@/content/pages/text-page";
import { localText } from "@/domain/catalogue/rules";
import type { ShopSettings } from "@/domain/settings/schema";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "@/ui/bidi-text";
import frame from "@/ui/page-frame.module.css";
import { ResponsiveImage } from "@/ui/responsive-image";
import { MailLink, PhoneLink } from "./contact-link";
import { PageHead } from "./page-head";
import styles from "./text-page.module.css";

interface Shop {
  locale: Locale;
  settings: ShopSettings;
}

interface Props extends Shop {
  text: Text;
  /** Address of a picture that stands beside the text where there is room. */
  picture?: string | null;
}

export function TextPage({ locale, settings, text, picture = null }: Props) {
  const plain = { name: settings.name, since: settings.since };
  return (
    <div className={frame.frame}>
      <PageHead
        locale={locale}
        name={text.title}
        heading={fill(text.heading, plain)}
        lead={fill(text.lead, plain)}
      />
      <div className={styles.body}>
        <div className={frame.prose}>
          {text.sections.map((section) => (
            <Section key={section.heading} section={section} locale={locale} settings={settings} />
          ))}
        </div>
        {picture && (
          <ResponsiveImage
            url={picture}
            alt=""
            width={1280}
            height={960}
            sizes="(width >= 64rem) 36vw, 94vw"
            className={styles.picture}
          />
        )}
      </div>
    </div>
  );
}

function Section({
  section: { heading, paragraphs, list },
  ...shop
}: Shop & { section: TextSection }) {
  return (
    <section className={frame.prose}>
      <h2>
        <BidiText text={heading} lang={shop.locale} />
      </h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>
          <WithContacts {...shop}>{paragraph}</WithContacts>
        </p>
      ))}
      {list && (
        <ul>
          {list.map((item) => (
            <li key={item}>
              <BidiText text={item} lang={shop.locale} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Puts the shop's name and address into a sentence, its e-mail and telephone as links. */
function WithContacts({ children, locale, settings }: Shop & { children: string }): ReactNode {
  const phone = settings.phones[0];
  const sentence = fill(children, {
    name: settings.name,
    since: settings.since,
    address: localText(settings, "address", locale).text,
  });
  return sentence.split(/(\{email\}|\{phone\})/).map((part) => {
    if (part === "{email}") {
      return <MailLink key={part} address={settings.email} />;
    }
    if (part === "{phone}") {
      return phone && <PhoneLink key={part} address={phone} />;
    }
    return <BidiText key={part} text={part} lang={locale} />;
  });
}
