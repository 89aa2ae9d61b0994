"use client";

import dynamic from "next/dynamic";
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { TextAreaField } from "@/app/admin/_components/fields/fields";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { UserText } from "@/app/admin/_components/text/user-text";
import { MESSAGE_MAX_LENGTH } from "@/domain/messaging/inbox/constants";
import {
  buildReplySubject,
  detectCustomerLanguage,
  detectLanguage,
  resolveVariables,
  VARIABLES,
} from "@/domain/messaging/inbox/rules";
import type { Thread } from "@/domain/messaging/inbox/schema";
import { BidiText } from "@/ui/bidi-text";
import styles from "../thread.module.css";
import type { ComposerProps } from "./composer-props";
import { REPLY_FIELD } from "./focus-reply";
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
  const customerLocale = detectCustomerLanguage(thread);
  const replyLocale = detectLanguage(text);
  const isOtherLanguage = replyLocale !== null && replyLocale !== customerLocale;
  const [unconfirmed, setUnconfirmed] = useState<{ archive: boolean } | null>(null);
  const confirmOrSend = (archive: boolean) =>
    isOtherLanguage ? setUnconfirmed({ archive }) : send(archive);
  const isDisabled = isPending || !isReady || text.trim() === "";
  return (
    <form
      className={admin.stack}
      onSubmit={(event) => {
        event.preventDefault();
        confirmOrSend(false);
      }}
    >
      <TextAreaField
        id={REPLY_FIELD}
        name="body"
        label={LABEL}
        hint={HINT}
        error={problem}
        max={MESSAGE_MAX_LENGTH.reply}
        ref={field}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) =>
          handleKey(event, { send: confirmOrSend, openPicker: () => setPicking(true) })
        }
      />
      {text.trim() !== "" && <Preview thread={thread} {...resolved} />}
      {isOtherLanguage && (
        <p className={admin.alert} data-tone="warn" role="status">
          {OTHER_LANGUAGE[customerLocale]}
        </p>
      )}
      <div className={admin.row}>
        <button type="submit" className="button" disabled={isDisabled}>
          Envoyer
        </button>
        <QuietButton isDisabled={isDisabled} onClick={() => confirmOrSend(true)}>
          Envoyer et archiver
        </QuietButton>
        <QuietButton isDisabled={!isReady} onClick={() => setPicking(true)}>
          Réponses types
        </QuietButton>
      </div>
      <ConfirmDialog
        open={unconfirmed !== null}
        title="Envoyer dans une autre langue"
        confirmLabel="Envoyer quand même"
        onConfirm={() => send(unconfirmed?.archive ?? false)}
        onClose={() => setUnconfirmed(null)}
      >
        <p>{OTHER_LANGUAGE[customerLocale]}</p>
      </ConfirmDialog>
      {isPicking && (
        <CannedPicker locale={customerLocale} onPick={insert} onClose={() => setPicking(false)} />
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

interface QuietButtonProps {
  isDisabled: boolean;
  onClick: () => void;
  children: string;
}

function QuietButton({ isDisabled, onClick, children }: QuietButtonProps) {
  return (
    <button
      type="button"
      className="button"
      data-variant="quiet"
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** Replaces the selection of the field and puts the cursor behind the inserted text. */
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
  openPicker: () => void;
}

/** Ctrl+Enter sends, `/` at the start of a line opens the canned replies, Escape leaves the field so that the shortcuts of the page work. */
function handleKey(
  event: KeyboardEvent<HTMLTextAreaElement>,
  { send, openPicker }: KeyHandlers,
): void {
  const { value, selectionStart } = event.currentTarget;
  if (event.key === "Escape") event.currentTarget.blur();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send(false);
  }
  if (event.key === "/" && (selectionStart === 0 || value[selectionStart - 1] === "\n")) {
    event.preventDefault();
    openPicker();
  }
}

/** The mail with its variables replaced. */
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
            <UserText text={buildReplySubject(thread)} />
          </dd>
        </div>
      </dl>
      <p className={styles.body} dir="auto" lang={thread.locale.toLowerCase()}>
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
