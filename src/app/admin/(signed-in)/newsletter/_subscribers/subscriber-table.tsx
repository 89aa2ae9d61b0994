import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { EmailText } from "@/app/admin/_components/text/email-text";
import { SOURCE_LABELS, STATUS_LABELS } from "@/domain/newsletter/subscribers/labels";
import type { Subscriber } from "@/domain/newsletter/subscribers/schema";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { lookup } from "@/lib/lookup";
import { DeleteSubscriber } from "./delete-subscriber";
import styles from "./subscribers.module.css";

export function SubscriberTable({ subscribers }: { subscribers: Subscriber[] }) {
  return (
    <ScrollRegion label="Abonnés">
      <table className={`${admin.table} ${stacked.stacked}`}>
        <TableHead
          titles={["Adresse e-mail", "Statut", "Langue", "Source", "Inscrit le", "Actions"]}
        />
        <tbody>
          {subscribers.map((subscriber) => (
            <SubscriberRow key={subscriber.id} subscriber={subscriber} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function SubscriberRow({ subscriber }: { subscriber: Subscriber }) {
  const { id, email, status, locale, source, subscribedAt, unsubscribedAt } = subscriber;
  const { label, tone } = STATUS_LABELS[status];
  return (
    <tr>
      <th scope="row" className={styles.email}>
        <EmailText email={email} />
      </th>
      <td>
        <span className={admin.chip} data-tone={tone}>
          {label}
        </span>
        {unsubscribedAt && (
          <span className={styles.note}>
            le <DateTime value={unsubscribedAt} />
          </span>
        )}
      </td>
      <td>{LANGUAGE_LABELS[locale]}</td>
      <td>{lookup(SOURCE_LABELS, source ?? "") ?? "—"}</td>
      <td data-label="Inscrit le">
        <DateTime value={subscribedAt} />
      </td>
      <td data-action>
        <DeleteSubscriber id={id} email={email} />
      </td>
    </tr>
  );
}
