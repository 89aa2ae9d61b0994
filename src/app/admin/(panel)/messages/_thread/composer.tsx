"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import type { ComposerProps } from "./composer-props";
import { NoteForm } from "./note-form";
import { PhoneReply } from "./phone-reply";
import { ReplyForm } from "./reply-form";
import { SpamNotice } from "./spam-notice";
import styles from "./thread.module.css";

/** A mail to the customer, or a note among staff: never to be taken for each other. */
export function Composer(props: ComposerProps) {
  const [isNote, setNote] = useState(false);
  return (
    <section
      className={styles.answer}
      data-note={isNote || undefined}
      aria-label="Votre réponse"
      id="repondre"
    >
      <div className={admin.row}>
        <button
          type="button"
          className={styles.tab}
          aria-pressed={!isNote}
          data-reply-tab
          onClick={() => setNote(false)}
        >
          {props.thread.email ? "Répondre par e-mail" : "Répondre"}
        </button>
        <button
          type="button"
          className={styles.tab}
          aria-pressed={isNote}
          onClick={() => setNote(true)}
        >
          Note interne
        </button>
      </div>
      <div hidden={isNote}>
        <Answer {...props} />
      </div>
      <div hidden={!isNote}>
        <NoteForm {...props} />
      </div>
    </section>
  );
}

function Answer(props: ComposerProps) {
  const { isSpam, spamReasons, email } = props.thread;
  if (isSpam) return <SpamNotice reasons={spamReasons} />;
  return email ? <ReplyForm {...props} /> : <PhoneReply {...props} />;
}
