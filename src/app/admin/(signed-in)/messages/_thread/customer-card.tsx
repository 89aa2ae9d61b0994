import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { RelativeTime } from "@/app/admin/_components/text/relative-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { Thread } from "@/domain/messaging/inbox/schema";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { INBOX_PATH } from "../inbox-url";
import { FOLDER_LABELS } from "../labels";
import styles from "./thread.module.css";

export function CustomerCard({ thread }: { thread: Thread }) {
  const { name, email, locale, siblings } = thread;
  return (
    <section className={admin.card} aria-labelledby="client">
      <h2 id="client">
        <UserText text={name} />
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
        {thread.phone && <Phones typed={thread.phone} phones={thread.phones} />}
        <div>
          <dt>Langue</dt>
          <dd>{LANGUAGE_LABELS[locale]}</dd>
        </div>
      </dl>
      {siblings.length > 0 && (
        <>
          <h3>Ses autres messages</h3>
          <ul className={styles.siblings} data-plain>
            {siblings.map((sibling) => (
              <li key={sibling.id}>
                <Link href={`${INBOX_PATH}/${sibling.id}`} prefetch={false}>
                  <UserText text={sibling.subject ?? sibling.preview} />
                </Link>
                <span className={admin.hint}>
                  {FOLDER_LABELS[sibling.folder].label}, <RelativeTime value={sibling.createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Links each number; also shows the text as typed where it holds more than the numbers. */
function Phones({ typed, phones }: { typed: string; phones: Thread["phones"] }) {
  const isOnlyNumbers = phones.map(({ readable }) => readable).join(" / ") === typed;
  return (
    <div>
      <dt>Téléphone</dt>
      <dd>
        {!isOnlyNumbers && <UserText text={typed} />}
        {phones.map(({ digits, readable }) => (
          <span key={digits} className={admin.row}>
            <a href={`tel:+${digits}`} dir="ltr">
              {readable}
            </a>
            <a href={`https://wa.me/${digits}`} target="_blank" rel="noreferrer">
              WhatsApp
            </a>
          </span>
        ))}
      </dd>
    </div>
  );
}
