import type { ReactNode } from "react";
import type { TextPage as Text, TextSection } from "@/content/pages/text-page";
import { localText } from "@/domain/catalogue/rules";
import type { ShopSettings } from "@/domain/settings/schema";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "@/ui/bidi-text";
import frame from "@/ui/page-frame.module.css";
import { ResponsiveImage } from "@/ui/responsive-image";
import { MailLink, PhoneLink } from "../layout/contact-link";
import { PageHead } from "./page-head";
import styles from "./text-page.module.css";

interface Shop {
  locale: Locale;
  settings: ShopSettings;
}

interface Props extends Shop {
  text: Text;
  /** The address of an image beside the text on wide screens. */
  image?: string | null;
  /** What follows the text of a section, by the section's id. */
  controls?: ReadonlyMap<string, ReactNode>;
  /** Sections below those of the text. */
  children?: ReactNode;
}

export function TextPage({ locale, settings, text, image = null, controls, children }: Props) {
  const placeholders = { name: settings.name, since: String(settings.since) };
  return (
    <div className={frame.frame}>
      <PageHead
        locale={locale}
        name={text.title}
        heading={fill(text.heading, placeholders)}
        lead={fill(text.lead, placeholders)}
      />
      <div className={styles.body}>
        <div className={frame.prose}>
          {text.sections.map((section) => (
            <Section key={section.heading} section={section} locale={locale} settings={settings}>
              {section.id && controls?.get(section.id)}
            </Section>
          ))}
          {children}
        </div>
        {image && (
          <ResponsiveImage
            url={image}
            alt=""
            width={1280}
            height={960}
            sizes="(width >= 64rem) 36vw, 94vw"
            className={styles.image}
          />
        )}
      </div>
    </div>
  );
}

function Section({
  section: { id, heading, paragraphs, list },
  children,
  ...shop
}: Shop & { section: TextSection; children: ReactNode }) {
  return (
    <section id={id} className={frame.prose}>
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
      {children}
    </section>
  );
}

/** Fills in the shop's name and address, and its e-mail address and phone number as links. */
function WithContacts({ children, locale, settings }: Shop & { children: string }): ReactNode {
  const phone = settings.phones[0];
  const sentence = fill(children, {
    name: settings.name,
    since: String(settings.since),
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
