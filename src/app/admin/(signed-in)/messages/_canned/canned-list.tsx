"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { RecordList } from "@/app/admin/_components/records/record-list";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { CannedReply } from "@/domain/messaging/canned-replies/schema";
import { LANGUAGE_LABELS } from "@/lib/i18n/language-labels";
import { BidiText } from "@/ui/bidi-text";
import styles from "./canned.module.css";
import { CannedForm } from "./canned-form";

const WORDS = {
  list: "Réponses types",
  empty:
    "Aucune réponse type. Ajoutez celles que vous écrivez souvent : livraison, prix, horaires.",
  create: "Nouvelle réponse type",
  edit: "Modifier la réponse type",
  remove: "Supprimer la réponse type",
  saved: "Réponse type enregistrée",
  removed: "Réponse type supprimée",
};

export function CannedList({ replies }: { replies: readonly CannedReply[] }) {
  return (
    <RecordList
      records={replies}
      mayWrite
      path="/api/admin/canned-replies"
      words={WORDS}
      getName={({ title }) => title}
      listClassName={styles.list}
      itemClassName={admin.card}
      renderRecord={({ title, body, locale }) => (
        <>
          <p className={styles.head}>
            <UserText text={title} className={styles.title} />
            <span className={admin.chip}>{LANGUAGE_LABELS[locale]}</span>
          </p>
          <p className={styles.body} dir="auto" lang={locale.toLowerCase()}>
            <BidiText text={body} />
          </p>
        </>
      )}
      renderForm={(reply, onSaved) => <CannedForm reply={reply} onSaved={onSaved} />}
      renderQuestion={({ title }) => (
        <>
          « <UserText text={title} /> » ne sera plus proposée. Les réponses déjà envoyées restent.
        </>
      )}
    />
  );
}
