import type { Locale } from "@/lib/i18n/locale";
import { truncate } from "@/lib/text";
import { EmailButton, EmailLayout, EmailLink, EmailQuote, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

interface Props {
  /** "EO-1001" */
  reference: string;
  name: string;
  email: string;
  phone: string | null;
  subject: string | null;
  message: string;
  /** In which language the customer reads the shop. */
  customerLocale: Locale;
  product: { name: string; url: string } | null;
  /** The message in the panel. */
  url: string;
}

const LANGUAGES: Record<Locale, string> = { fr: "français", ar: "arabe" };

/** For staff, whose language is French. */
function ContactNotification({ name, email, phone, subject, message, ...rest }: Props) {
  const { reference, customerLocale, product, url } = rest;
  return (
    <EmailLayout
      locale="fr"
      preview={truncate(message, 120)}
      title={`Message de ${name}`}
      footer={
        <EmailText tone="soft">
          Votre réponse à cet e-mail part directement à {email}. Depuis la gestion du magasin, elle
          est gardée avec le message.
        </EmailText>
      }
    >
      <EmailText>
        <strong>{name}</strong>
        <br />
        <EmailLink href={`mailto:${email}`}>{email}</EmailLink>
        {phone && (
          <>
            <br />
            <EmailLink href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</EmailLink>
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
