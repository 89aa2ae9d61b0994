import {
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";
import type { CSSProperties, ReactNode } from "react";
import { appUrl } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locale";
import { FONT, LIGHT, STYLE_SHEET } from "./_theme";

const SHOP = {
  fr: { name: "Equipement Ouarzazate", place: "Matériaux et équipement de la maison, Ouarzazate" },
  ar: { name: "Equipement Ouarzazate", place: "مواد البناء وتجهيز المنزل، ورزازات" },
} as const;

interface LayoutProps {
  locale: Locale;
  /** The text that a mailbox shows after the subject. */
  preview: string;
  title: string;
  children: ReactNode;
  /** Content above the shop's name, such as the unsubscribe link. */
  footer?: ReactNode;
}

export function EmailLayout({ locale, preview, title, children, footer }: LayoutProps) {
  const { name, place } = SHOP[locale];
  const home = locale === "ar" ? `${appUrl}/ar` : appUrl;
  return (
    <Html lang={locale} dir={locale === "ar" ? "rtl" : "ltr"}>
      <Head>
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{STYLE_SHEET}</style>
      </Head>
      <body className="mail-ground" style={styles.body}>
        <Preview>{preview}</Preview>
        <Section className="mail-ground" style={styles.ground}>
          <Container style={styles.container}>
            <Section style={styles.head}>
              <Link href={home} className="mail-text" style={styles.brand} data-skip-in-text="true">
                <Img
                  src={`${appUrl}/icon-192.png`}
                  width="32"
                  height="32"
                  alt=""
                  style={styles.mark}
                />
                {name}
              </Link>
            </Section>
            <Section className="mail-raised" style={styles.card}>
              <Heading className="mail-text" style={styles.title}>
                {title}
              </Heading>
              {children}
            </Section>
            <Section style={styles.foot}>
              {footer}
              <Text className="mail-soft" style={styles.small}>
                {name}
                <br />
                {place}
                <br />
                <Link href={home} className="mail-link" style={styles.link} dir="ltr">
                  {home}
                </Link>
              </Text>
            </Section>
          </Container>
        </Section>
      </body>
    </Html>
  );
}

export function EmailText({ children, tone }: { children: ReactNode; tone?: "soft" }) {
  return (
    <Text
      className={tone ? "mail-soft" : "mail-text"}
      style={tone ? { ...styles.text, ...styles.small } : styles.text}
    >
      {children}
    </Text>
  );
}

/** The main action of a mail; the plain-text part shows its URL. */
export function EmailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={styles.action}>
      <Button href={href} className="mail-button" style={styles.button}>
        {children}
      </Button>
    </Section>
  );
}

export function EmailLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="mail-link" style={styles.link}>
      {children}
    </Link>
  );
}

/** Quotes a text with its line breaks. */
export function EmailQuote({ children }: { children: string }) {
  return (
    <Section className="mail-sunken" style={styles.quote}>
      {children.split(/\r?\n/).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <Text key={at} className="mail-text" style={styles.line} dir="auto">
          {line || "\u00a0"}
        </Text>
      ))}
    </Section>
  );
}

export function EmailRule() {
  return <Hr className="mail-line" style={styles.rule} />;
}

const styles = {
  body: { backgroundColor: LIGHT.ground, margin: 0, padding: 0 },
  ground: { backgroundColor: LIGHT.ground, fontFamily: FONT, padding: "24px 12px" },
  container: { maxWidth: "560px" },
  head: { paddingBottom: "16px" },
  brand: {
    color: LIGHT.text,
    fontSize: "16px",
    fontWeight: 600,
    lineHeight: "32px",
    textDecoration: "none",
  },
  mark: { display: "inline-block", marginInlineEnd: "10px", verticalAlign: "middle" },
  card: {
    backgroundColor: LIGHT.raised,
    border: `1px solid ${LIGHT.line}`,
    borderRadius: "12px",
    padding: "28px 24px",
  },
  title: {
    color: LIGHT.text,
    fontSize: "21px",
    fontWeight: 600,
    lineHeight: "1.3",
    margin: "0 0 16px",
  },
  text: { color: LIGHT.text, fontSize: "16px", lineHeight: "1.6", margin: "0 0 16px" },
  small: { color: LIGHT.soft, fontSize: "14px", lineHeight: "1.6" },
  action: { margin: "24px 0" },
  button: {
    backgroundColor: LIGHT.accent,
    borderRadius: "6px",
    color: LIGHT.onAccent,
    fontSize: "16px",
    fontWeight: 600,
    padding: "13px 22px",
    textDecoration: "none",
  },
  link: { color: LIGHT.accent, textDecoration: "underline" },
  quote: {
    backgroundColor: LIGHT.sunken,
    border: `1px solid ${LIGHT.line}`,
    borderRadius: "6px",
    margin: "0 0 16px",
    padding: "12px 16px",
  },
  line: { color: LIGHT.text, fontSize: "16px", lineHeight: "1.6", margin: 0 },
  rule: { borderTop: `1px solid ${LIGHT.line}`, margin: "20px 0" },
  foot: { padding: "20px 4px 0" },
} satisfies Record<string, CSSProperties>;
