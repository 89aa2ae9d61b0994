import type { Metadata } from "next";
import { notFound } from "next/navigation";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { RecordTimeline } from "@/app/admin/_components/page/record-timeline";
import { findMail } from "@/domain/outbox/queries";
import { OutboxId } from "@/domain/outbox/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { BidiText } from "@/ui/bidi-text";
import { getDeliveryStatus } from "../labels";
import styles from "../outbox.module.css";
import { MailHistory } from "./mail-history";
import { RetryButton } from "./retry-button";

export const metadata: Metadata = { title: "E-mail" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function OutboxMailPage({ params }: Props) {
  const { id } = await params;
  const { role } = await requireStaff("messages.read", `/admin/outbox/${id}`);
  const found = OutboxId.safeParse({ id }).success ? await findMail(id) : null;
  if (!found) notFound();
  const { mail, html, text, replyTo } = found;
  const { label, tone } = getDeliveryStatus(mail);
  const canRetry = mail.state === "FAILED" || mail.state === "UNKNOWN";
  return (
    <AdminPage
      title={mail.subject}
      trail={[{ label: "E-mails envoyés", href: "/admin/outbox" }]}
      actions={
        canRetry &&
        can({ role }, "messages.write") && (
          <RetryButton id={mail.id} to={mail.to} mayArriveTwice={mail.state === "UNKNOWN"} />
        )
      }
    >
      {mail.state === "UNKNOWN" && (
        <p className={admin.alert} data-tone="warn">
          Personne ne sait si cet e-mail est arrivé. Demandez à la personne, ou renvoyez-le : il
          peut alors arriver deux fois.
        </p>
      )}
      <section className={admin.card} aria-labelledby="envoi">
        <h2 id="envoi">Envoi</h2>
        <dl className={admin.facts}>
          <dt>État</dt>
          <dd>
            <span className={admin.chip} data-tone={tone}>
              {label}
            </span>
          </dd>
          <dt>Destinataire</dt>
          <dd>
            <span dir="ltr">{mail.to}</span>
          </dd>
          {replyTo && (
            <>
              <dt>Réponses à</dt>
              <dd>
                <span dir="ltr">{replyTo}</span>
              </dd>
            </>
          )}
          {mail.lastError && (
            <>
              <dt>Dernier problème</dt>
              <dd>{mail.lastError}</dd>
            </>
          )}
        </dl>
        <MailHistory mail={mail} />
      </section>
      <MailContents html={html} text={text} />
      <RecordTimeline entityType="OutboxEmail" entityId={mail.id} />
    </AdminPage>
  );
}

/** The sandbox blocks the scripts, forms and pop-ups of the mail. */
function MailContents({ html, text }: { html: string | null; text: string | null }) {
  return (
    <section className={admin.card} aria-labelledby="contenu-envoye">
      <h2 id="contenu-envoye">Contenu</h2>
      {html === null ? (
        <p className={admin.hint}>
          Le modèle de cet e-mail a changé depuis : il ne peut plus être affiché.
        </p>
      ) : (
        <>
          <p className={admin.hint}>Les liens personnels sont masqués.</p>
          <iframe
            className={styles.mail}
            title="L'e-mail tel qu'il est envoyé"
            srcDoc={html}
            sandbox=""
          />
          <details>
            <summary>Version en texte seul</summary>
            <pre className={styles.text} dir="auto">
              <BidiText text={text ?? ""} />
            </pre>
          </details>
        </>
      )}
    </section>
  );
}
