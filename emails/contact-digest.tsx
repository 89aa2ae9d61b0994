import { EmailButton, EmailLayout, EmailLink, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

export interface ContactDigest {
  /** The messages of the hour, oldest first; a long list is truncated. */
  items: {
    id: string;
    /** "EO-1001" */
    reference: string;
    name: string;
    /** The subject or the product. */
    about: string | null;
    /** Why the message is doubtful; empty where it is not. */
    doubts: string[];
    url: string;
  }[];
  /** Including the messages that are not listed. */
  total: number;
  /** URL of the inbox. */
  url: string;
}

/** For staff, whose language is French. */
function ContactDigestMail({ items, total, url }: ContactDigest) {
  const others = total - items.length;
  return (
    <EmailLayout
      locale="fr"
      preview={items
        .map(({ name }) => name)
        .slice(0, 5)
        .join(", ")}
      title={formatTitle(total)}
    >
      <EmailText>
        Beaucoup de messages sont arrivés en peu de temps. Ceux-ci vous sont annoncés ensemble ;
        tous vous attendent dans la boîte de réception.
      </EmailText>
      {items.map((item) => (
        <EmailText key={item.id}>
          <EmailLink href={item.url}>{item.reference}</EmailLink> · <bdi>{item.name}</bdi>
          {item.about && (
            <>
              {" : "}
              <bdi>{item.about}</bdi>
            </>
          )}
          {item.doubts.length > 0 && ` (douteux : ${item.doubts.join(", ")})`}
        </EmailText>
      ))}
      {others > 0 && <EmailText>Et {others} autres.</EmailText>}
      <EmailButton href={url}>Ouvrir la boîte de réception</EmailButton>
    </EmailLayout>
  );
}

function formatTitle(total: number): string {
  return total === 1 ? "1 autre message" : `${total} autres messages`;
}

export const contactDigest: MailTemplate<ContactDigest> = {
  component: ContactDigestMail,
  // Without a count, which may still grow after the subject is stored.
  subject: () => "Autres messages reçus dans l'heure",
};
