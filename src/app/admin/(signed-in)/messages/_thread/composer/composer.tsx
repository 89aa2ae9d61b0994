"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import styles from "../thread.module.css";
import type { ComposerProps } from "./composer-props";
import { NoteForm } from "./note-form";
import { PhoneReply } from "./phone-reply";
import { ReplyForm } from "./reply-form";
import { SpamNotice } from "./spam-notice";

/** Two tabs: a reply to the customer, or an internal note that only staff see. */
export function Composer(props: ComposerProps) {
  const [isNote, setNote] = useState(false);
  return (
    <section
      className={styles.composer}
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
        <ReplyTab {...props} />
      </div>
      <div hidden={!isNote}>
        <NoteForm {...props} />
      </div>
    </section>
  );
}

function ReplyTab(props: ComposerProps) {
  const { isSpam, spamReasons, email } = props.thread;
  if (isSpam) return <SpamNotice reasons={spamReasons} />;
  return email ? <ReplyForm {...props} /> : <PhoneReply {...props} />;
}
