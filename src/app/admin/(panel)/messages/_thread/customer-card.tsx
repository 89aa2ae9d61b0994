import Link from "next/link";
import panel from "@/app/admin/_components/panel.module.css";
import { RelativeTime } from "@/app/admin/_components/relative-time";
import type { Thread } from "@/domain/messaging/inbox-schema";
import { internationalDigits } from "@/domain/settings/input-rules";
import { INBOX_PATH } from "../inbox-address";
import { FOLDER_NAMES, LANGUAGES } from "../words";
import styles from "./thread.module.css";

export function CustomerCard({ thread }: { thread: Thread }) {
  const { name, email, locale, siblings } = thread;
  return (
    <section className={panel.card} aria-labelledby="client">
      <h2 id="client">
        <bdi>{name}</bdi>
      </h2>
      <dl className={styles.facts}>
        {email && (
          <div>
            <dt>E-mail</dt>
            <dd>
              <a href={`mailto:${encodeURIComponent(email)}`} dir="ltr">
                {email}
              </a>
            </dd>
          </div>
        )}
        {thread.phone && <Phone phone={thread.phone} />}
        <div>
          <dt>Langue</dt>
          <dd>{LANGUAGES[locale]}</dd>
        </div>
      </dl>
      {siblings.length > 0 && (
        <>
          <h3>Ses autres messages</h3>
          <ul className={styles.siblings} data-plain>
            {siblings.map((sibling) => (
              <li key={sibling.id}>
                <Link href={`${INBOX_PATH}/${sibling.id}`} prefetch={false}>
                  <bdi>{sibling.subject ?? sibling.preview}</bdi>
                </Link>
                <span className={panel.hint}>
                  {FOLDER_NAMES[sibling.folder].one}, <RelativeTime value={sibling.createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Phone({ phone }: { phone: string }) {
  const digits = internationalDigits(phone);
  return (
    <div>
      <dt>Téléphone</dt>
      <dd>
        {digits ? (
          <span className={panel.row}>
            <a href={`tel:+${digits}`} dir="ltr">
              {phone}
            </a>
            <a href={`https://wa.me/${digits}`} target="_blank" rel="noreferrer">
              WhatsApp
            </a>
          </span>
        ) : (
          <bdi>{phone}</bdi>
        )}
      </dd>
    </div>
  );
}
