import { Fragment } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { findPhones } from "@/lib/input/phone";
import { truncate } from "@/lib/input/text";
import { EmailButton, EmailLayout, EmailLink, EmailQuote, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

interface Props {
  /** "EO-1001" */
  reference: string;
  name: string;
  /** Null where the customer left only a phone number. */
  email: string | null;
  phone: string | null;
  subject: string | null;
  message: string;
  /** Language of the shop's pages that the customer used. */
  customerLocale: Locale;
  product: { name: string; url: string } | null;
  /** Why the message is doubtful. Absent in mails that an earlier version queued. */
  doubts?: string[];
  /** URL of the message in the admin. */
  url: string;
}

const LANGUAGES: Record<Locale, string> = { fr: "français", ar: "arabe" };

/** Links each phone number; also shows the typed text where it contains more than the numbers. */
function PhoneLinks({ typed }: { typed: string }) {
  const phones = findPhones(typed);
  const isWhole = phones.map(({ readable }) => readable).join(" / ") === typed;
  return (
    <>
      {!isWhole && <span dir="auto">{typed}</span>}
      {phones.map(({ digits, readable }, at) => (
        <Fragment key={digits}>
          {(at > 0 || !isWhole) && " / "}
          <EmailLink href={`tel:+${digits}`}>{readable}</EmailLink>
        </Fragment>
      ))}
    </>
  );
}

/** For staff, whose language is French. */
function ContactNotification({ name, email, phone, subject, message, ...rest }: Props) {
  const { reference, customerLocale, product, doubts = [], url } = rest;
  return (
    <EmailLayout
      locale="fr"
      preview={truncate(message, 120)}
      title={`Message de ${name}`}
      footer={
        <EmailText tone="soft">
          {email
            ? `Votre réponse à cet e-mail part directement à ${email}. Depuis la gestion du magasin, elle est gardée avec le message.`
            : "Ce client n'a pas laissé d'e-mail : appelez-le ou écrivez-lui sur WhatsApp. Une réponse à cet e-mail ne lui parvient pas."}
        </EmailText>
      }
    >
      <EmailText>
        <strong>{name}</strong>
        {email && (
          <>
            <br />
            <EmailLink href={`mailto:${email}`}>{email}</EmailLink>
          </>
        )}
        {phone && (
          <>
            <br />
            <PhoneLinks typed={phone} />
          </>
        )}
      </EmailText>
      {subject && (
        <EmailText>
          Objet : <span dir="auto">{subject}</span>
        </EmailText>
      )}
      {product && (
        <EmailText>
          Produit : <EmailLink href={product.url}>{product.name}</EmailLink>
        </EmailText>
      )}
      <EmailQuote>{message}</EmailQuote>
      {doubts.length > 0 && (
        <EmailText>Message douteux : {doubts.join(", ")}. À vous de juger.</EmailText>
      )}
      <EmailButton href={url}>Ouvrir et répondre</EmailButton>
      <EmailText tone="soft">
        Référence {reference}. Le client lit la boutique en {LANGUAGES[customerLocale]}.
      </EmailText>
    </EmailLayout>
  );
}

export const contactNotification: MailTemplate<Props> = {
  component: ContactNotification,
  subject: ({ reference, name, subject, product }) =>
    `${name} : ${subject ?? product?.name ?? "nouveau message"} [${reference}]`,
};
