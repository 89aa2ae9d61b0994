import { Column, Img, Link, Row, Section, Text } from "@react-email/components";
import type { CSSProperties } from "react";
import { formatPrice } from "@/lib/format/format";
import type { Locale } from "@/lib/i18n/locale";
import { EmailButton, EmailLayout, EmailRule } from "./_layout";
import type { MailTemplate } from "./_template";
import { LIGHT } from "./_theme";

/** A type alias and not an interface, so that Prisma accepts it as JSON. */
type MailProduct = {
  name: string;
  /** In MAD; null for a price on request. */
  price: string | null;
  isFrom: boolean;
  /** Unit of the price, such as "m²"; null for a piece. Absent in mails that an earlier version queued. */
  unit?: string | null;
  href: string;
  image: string | null;
};

/** A block of a campaign in one language, with absolute URLs. */
export type MailBlock =
  /** Sanitized by `domain/campaigns/blocks.ts`. */
  | { kind: "text"; html: string }
  | { kind: "image"; src: string; alt: string; href: string | null }
  | { kind: "button"; label: string; href: string }
  | { kind: "products"; products: MailProduct[] }
  | { kind: "divider" };

export interface CampaignMail {
  subject: string;
  preheader: string;
  blocks: MailBlock[];
  /** Postal address of the shop, which the law requires in advertising mails. */
  address: string;
  /** Null in a test mail, which has no subscriber. */
  unsubscribeUrl: string | null;
  preferencesUrl: string | null;
  pixelUrl: string | null;
  /** A hidden link that only scanners follow. */
  trapUrl: string | null;
  isTest: boolean;
}

type Props = CampaignMail & { locale: Locale };

const WORDS = {
  fr: {
    test: "Essai : ce message n'a été envoyé qu'à vous.",
    why: "Vous recevez ce message parce que vous êtes inscrit à la newsletter de notre magasin.",
    unsubscribe: "Se désinscrire",
    preferences: "Mes préférences",
    onRequest: "Prix sur demande",
    from: "À partir de",
  },
  ar: {
    test: "تجربة: أُرسلت هذه الرسالة إليكم وحدكم.",
    why: "تصلكم هذه الرسالة لأنكم مشتركون في نشرة متجرنا.",
    unsubscribe: "إلغاء الاشتراك",
    preferences: "تفضيلاتي",
    onRequest: "الثمن عند الطلب",
    from: "ابتداءً من",
  },
} as const;

function Campaign(props: Props) {
  const { locale, subject, preheader, blocks, isTest, pixelUrl, trapUrl } = props;
  return (
    <EmailLayout locale={locale} preview={preheader} title={subject} footer={<Footer {...props} />}>
      {isTest && (
        <Text className="mail-soft" style={styles.test}>
          {WORDS[locale].test}
        </Text>
      )}
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move in a mail
        <Block key={at} block={block} locale={locale} />
      ))}
      {trapUrl && (
        <a href={trapUrl} style={styles.hidden} tabIndex={-1} data-skip-in-text="true">
          {"\u00a0"}
        </a>
      )}
      {pixelUrl && <Img src={pixelUrl} width="1" height="1" alt="" style={styles.pixel} />}
    </EmailLayout>
  );
}

function Block({ block, locale }: { block: MailBlock; locale: Locale }) {
  if (block.kind === "divider") return <EmailRule />;
  if (block.kind === "button") return <EmailButton href={block.href}>{block.label}</EmailButton>;
  if (block.kind === "products") return <ProductsBlock products={block.products} locale={locale} />;
  if (block.kind === "image") return <ImageBlock {...block} />;
  // Sanitized markup contains `<a ` only at the start of a link.
  const html = block.html.replaceAll("<a ", `<a class="mail-link" style="color:${LIGHT.accent}" `);
  return (
    <div
      className="mail-text"
      style={styles.text}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by domain/campaigns/blocks.ts.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

function ImageBlock({ src, alt, href }: Extract<MailBlock, { kind: "image" }>) {
  const image = <Img src={src} alt={alt} width="510" style={styles.image} />;
  return <Section style={styles.block}>{href ? <Link href={href}>{image}</Link> : image}</Section>;
}

function ProductsBlock({ products, locale }: { products: MailProduct[]; locale: Locale }) {
  const words = WORDS[locale];
  return products.map(({ name, price, isFrom, unit, href, image }) => (
    <Section key={href} style={styles.product}>
      <Row>
        <Column style={styles.thumb}>
          {image && (
            <Link href={href} data-skip-in-text="true">
              <Img src={image} alt="" width="96" style={styles.image} />
            </Link>
          )}
        </Column>
        <Column style={styles.words}>
          <Link href={href} className="mail-text" style={styles.name}>
            {name}
          </Link>
          <Text className="mail-soft" style={styles.price}>
            {price === null
              ? words.onRequest
              : `${isFrom ? `${words.from} ` : ""}${formatPrice(price, locale)}${unit ? ` / ${unit}` : ""}`}
          </Text>
        </Column>
      </Row>
    </Section>
  ));
}

function Footer({ locale, address, unsubscribeUrl, preferencesUrl }: Props) {
  const words = WORDS[locale];
  return (
    <>
      <Text className="mail-soft" style={styles.small}>
        {words.why}
        <br />
        {address}
      </Text>
      <Text className="mail-soft" style={styles.small}>
        <FooterLink href={unsubscribeUrl}>{words.unsubscribe}</FooterLink>
        {" · "}
        <FooterLink href={preferencesUrl}>{words.preferences}</FooterLink>
      </Text>
    </>
  );
}

function FooterLink({ href, children }: { href: string | null; children: string }) {
  if (href === null) return <span>{children}</span>;
  return (
    <Link href={href} className="mail-link" style={styles.link}>
      {children}
    </Link>
  );
}

const styles = {
  test: {
    border: `1px dashed ${LIGHT.accent}`,
    borderRadius: "6px",
    color: LIGHT.soft,
    fontSize: "14px",
    margin: "0 0 16px",
    padding: "8px 12px",
  },
  text: { color: LIGHT.text, fontSize: "16px", lineHeight: "1.6" },
  block: { margin: "16px 0" },
  image: { borderRadius: "6px", display: "block", height: "auto", maxWidth: "100%" },
  product: { margin: "12px 0" },
  thumb: { verticalAlign: "top", width: "96px" },
  words: { paddingInline: "16px", verticalAlign: "middle" },
  name: { color: LIGHT.text, fontSize: "16px", fontWeight: 600, textDecoration: "none" },
  price: { color: LIGHT.soft, fontSize: "15px", margin: "4px 0 0" },
  small: { color: LIGHT.soft, fontSize: "14px", lineHeight: "1.6" },
  link: { color: LIGHT.accent, textDecoration: "underline" },
  hidden: { display: "none" },
  pixel: { display: "block", height: "1px", width: "1px" },
} satisfies Record<string, CSSProperties>;

export const campaign: MailTemplate<CampaignMail> = {
  component: Campaign,
  subject: ({ subject, isTest }) => (isTest ? `[Test] ${subject}` : subject),
};
