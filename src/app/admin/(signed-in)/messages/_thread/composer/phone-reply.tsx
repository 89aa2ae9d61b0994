import { Fragment } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { UserText } from "@/app/admin/_components/text/user-text";
import { formatReference } from "@/domain/messaging/reference";
import { buildWhatsappLink } from "@/domain/settings/rules";
import { fill } from "@/lib/i18n/fill";
import styles from "../thread.module.css";
import type { ComposerProps } from "./composer-props";
import { REPLY_FIELD } from "./focus-reply";

/** For a customer without e-mail: staff call or write on WhatsApp, then mark the message as replied. */
export function PhoneReply({ thread, values, onReplied }: ComposerProps) {
  const isReady = useHydrated();
  const reference = formatReference(thread.reference);
  const greeting = fill(GREETINGS[thread.locale], { shop: values.magasin ?? "", reference });
  return (
    <div className={admin.stack} id={REPLY_FIELD} tabIndex={-1}>
      <p>
        Ce client n'a pas laissé d'e-mail. Appelez-le ou écrivez-lui sur WhatsApp, puis marquez le
        message comme répondu.
      </p>
      <div className={styles.contactLinks}>
        {thread.phones.length === 0 && <UserText text={thread.phone ?? ""} />}
        {thread.phones.map(({ digits, readable }) => (
          <Fragment key={digits}>
            <a className="button" href={`tel:+${digits}`}>
              Appeler <bdi dir="ltr">{readable}</bdi>
            </a>
            <a
              className="button"
              data-variant="whatsapp"
              href={buildWhatsappLink(digits, greeting)}
              target="_blank"
              rel="noreferrer"
            >
              Écrire sur WhatsApp
            </a>
          </Fragment>
        ))}
        {onReplied && (
          <button
            type="button"
            className="button"
            data-variant="quiet"
            disabled={!isReady}
            onClick={onReplied}
          >
            Marquer comme répondu
          </button>
        )}
      </div>
    </div>
  );
}

const GREETINGS = {
  FR: "Bonjour, c'est {shop}, à propos de votre message {reference}.",
  AR: "السلام عليكم، معكم {shop} بخصوص رسالتكم {reference}.",
} as const;
