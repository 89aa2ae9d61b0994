"use client";

import dynamic from "next/dynamic";
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/confirm-dialog";
import { Field } from "@/app/admin/_components/field";
import { useHydrated } from "@/app/admin/_components/use-hydrated";
import { UserText } from "@/app/admin/_components/user-text";
import { MESSAGE_MAX_LENGTH } from "@/domain/messaging/inbox/constants";
import {
  customerLanguage,
  languageOf,
  replySubject,
  resolveVariables,
  VARIABLES,
} from "@/domain/messaging/inbox/rules";
import type { Thread } from "@/domain/messaging/inbox/schema";
import { BidiText } from "@/ui/bidi-text";
import type { ComposerProps } from "./composer-props";
import { REPLY_FIELD } from "./focus-reply";
import styles from "./thread.module.css";
import { useReply } from "./use-reply";

const CannedPicker = dynamic(
  () => import("./canned-picker").then(({ CannedPicker }) => CannedPicker),
  { ssr: false },
);

export function ReplyForm(props: ComposerProps) {
  const { thread, values } = props;
  const { text, setText, resolved, problem, isPending, send } = useReply(props);
  const isReady = useHydrated();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isPicking, setPicking] = useState(false);
  const insert = (template: string) => {
    setPicking(false);
    insertAt(field, text, resolveVariables(template, values).text, setText);
  };
  const customer = customerLanguage(thread);
  const written = languageOf(text);
  const isOtherLanguage = written !== null && written !== customer;
  const [asked, setAsked] = useState<{ archive: boolean } | null>(null);
  const ask = (archive: boolean) => (isOtherLanguage ? setAsked({ archive }) : send(archive));
  const isHeld = isPending || !isReady || text.trim() === "";
  return (
    <form
      className={admin.stack}
      onSubmit={(event) => {
        event.preventDefault();
        ask(false);
      }}
    >
      <Field
        id={REPLY_FIELD}
        name="body"
        label={LABEL}
        hint={HINT}
        error={problem}
        max={MESSAGE_MAX_LENGTH.reply}
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className={admin.textarea}
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => onKey(event, { send: ask, pick: () => setPicking(true) })}
          />
        )}
      </Field>
      {text.trim() !== "" && <Preview thread={thread} {...resolved} />}
      {isOtherLanguage && (
        <p className={admin.alert} data-tone="warn" role="status">
          {OTHER_LANGUAGE[customer]}
        </p>
      )}
      <div className={admin.row}>
        <button type="submit" className="button" disabled={isHeld}>
          Envoyer
        </button>
        <SmallButton isHeld={isHeld} onClick={() => ask(true)}>
          Envoyer et archiver
        </SmallButton>
        <SmallButton isHeld={!isReady} onClick={() => setPicking(true)}>
          Réponses types
        </SmallButton>
      </div>
      <ConfirmDialog
        open={asked !== null}
        title="Envoyer dans une autre langue"
        confirmLabel="Envoyer quand même"
        onConfirm={() => send(asked?.archive ?? false)}
        onClose={() => setAsked(null)}
      >
        <p>{OTHER_LANGUAGE[customer]}</p>
      </ConfirmDialog>
      {isPicking && (
        <CannedPicker locale={customer} onPick={insert} onClose={() => setPicking(false)} />
      )}
    </form>
  );
}

const OTHER_LANGUAGE = {
  AR: "Ce client vous écrit en arabe, votre réponse est en français.",
  FR: "Ce client vous écrit en français, votre réponse est en arabe.",
} as const;
const LABEL = "Réponse au client";
const HINT = `« / » en début de ligne ouvre les réponses types. Variables : ${VARIABLES.map((name) => `{{${name}}}`).join(" ")}`;

interface SmallButtonProps {
  isHeld: boolean;
  onClick: () => void;
  children: string;
}

function SmallButton({ isHeld, onClick, children }: SmallButtonProps) {
  return (
    <button
      type="button"
      className="button"
      data-variant="quiet"
      disabled={isHeld}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** In the place of what is selected; the cursor goes behind it. */
function insertAt(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  inserted: string,
  setText: (text: string) => void,
): void {
  const { selectionStart: start = text.length, selectionEnd: end = text.length } =
    field.current ?? {};
  setText(`${text.slice(0, start)}${inserted}${text.slice(end)}`);
  requestAnimationFrame(() => {
    field.current?.focus();
    field.current?.setSelectionRange(start + inserted.length, start + inserted.length);
  });
}

interface KeyHandlers {
  send: (archive: boolean) => void;
  pick: () => void;
}

/** Ctrl+Enter sends, `/` at the start of a line opens the texts, Escape gives the keys back to the page. */
function onKey(event: KeyboardEvent<HTMLTextAreaElement>, { send, pick }: KeyHandlers): void {
  const { value, selectionStart } = event.currentTarget;
  if (event.key === "Escape") event.currentTarget.blur();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send(false);
  }
  if (event.key === "/" && (selectionStart === 0 || value[selectionStart - 1] === "\n")) {
    event.preventDefault();
    pick();
  }
}

/** The mail as the customer will read it, its variables replaced. */
function Preview({
  thread,
  text,
  unresolved,
}: {
  thread: Thread;
  text: string;
  unresolved: string[];
}) {
  return (
    <details className={styles.preview} open={unresolved.length > 0 || undefined}>
      <summary>Aperçu du mail</summary>
      <dl className={styles.facts}>
        <div>
          <dt>À</dt>
          <dd dir="ltr">{thread.email}</dd>
        </div>
        <div>
          <dt>Objet</dt>
          <dd>
            <UserText text={replySubject(thread)} />
          </dd>
        </div>
      </dl>
      <p className={styles.words} dir="auto" lang={thread.locale.toLowerCase()}>
        <BidiText text={text} />
      </p>
      {unresolved.length > 0 && (
        <p className={admin.alert}>
          Rien ne correspond à {unresolved.join(", ")} pour ce message : remplacez-le avant
          d'envoyer.
        </p>
      )}
    </details>
  );
}
