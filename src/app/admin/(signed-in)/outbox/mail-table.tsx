import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { EmailText } from "@/app/admin/_components/text/email-text";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { OutboxMail } from "@/domain/outbox/schema";
import { getDeliveryStatus } from "./labels";
import styles from "./outbox.module.css";

export function MailTable({ mails }: { mails: OutboxMail[] }) {
  return (
    <ScrollRegion label="E-mails">
      <table className={`${admin.table} ${stacked.stacked}`}>
        <TableHead titles={["E-mail", "État", "Créé"]} />
        <tbody>
          {mails.map((mail) => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function MailRow({ mail }: { mail: OutboxMail }) {
  const { label, tone } = getDeliveryStatus(mail);
  return (
    <tr>
      <th scope="row">
        <Link href={`/admin/outbox/${mail.id}`} prefetch={false} className={styles.subject}>
          <UserText text={mail.subject} />
        </Link>
        <span className={styles.address}>
          <EmailText email={mail.to} />
        </span>
      </th>
      <td>
        <span className={admin.chip} data-tone={tone}>
          {label}
        </span>
        {mail.lastError && mail.state !== "SENT" && (
          <span className={styles.note}>{mail.lastError}</span>
        )}
      </td>
      <td data-label="Créé">
        <DateTime value={mail.createdAt} />
      </td>
    </tr>
  );
}
