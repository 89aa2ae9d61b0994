"use client";

import { useEffect, useRef, useState } from "react";
import type { ContactDictionary } from "@/content/contact-form";
import type { ContactField as ContactFieldName } from "@/domain/messaging/contact/limits";
import type { ShopSettings } from "@/domain/settings/schema";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { lookup } from "@/lib/lookup";
import { ContactField } from "./contact-field";
import styles from "./contact-form.module.css";
import { ErrorSummary } from "./error-summary";
import { MessageSent } from "./message-sent";
import { type FormErrors, useContactForm } from "./use-contact-form";

export interface ContactProduct {
  slug: string;
  name: string;
}

/** The values and errors of a form that was rejected without JavaScript. */
export interface RestoredForm {
  values: Record<string, string>;
  errors: FormErrors;
  isCut: boolean;
}

interface Props extends Pick<ShopSettings, "hours" | "exceptions"> {
  locale: Locale;
  words: ContactDictionary;
  product?: ContactProduct | null;
  /** The initial subject. */
  subject?: string;
  /** The address of a link to WhatsApp. */
  whatsapp: string;
  /** Set on the dynamic page; with JavaScript the form requests its token itself. */
  formToken?: string;
  restored?: RestoredForm | null;
}

/** Works without JavaScript. With it, the form is sent without leaving the page and drafts are stored on the device. */
export function ContactForm({ locale, words, product, restored, ...props }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => setHydrated(true), []);
  const contact = useContactForm({
    form,
    locale,
    productSlug: product?.slug ?? "",
    initialErrors: restored?.errors ?? null,
  });
  const { draft, reference, isSending } = contact;
  if (reference) {
    return (
      <MessageSent
        words={words}
        hours={props.hours}
        exceptions={props.exceptions}
        reference={reference}
        onAgain={restored ? undefined : contact.reset}
      />
    );
  }
  return (
    <form
      ref={form}
      method="post"
      action="/api/public/contact"
      className={styles.form}
      noValidate={isHydrated}
      onFocus={contact.touch}
      onInput={draft.save}
      onSubmit={(event) => {
        event.preventDefault();
        void contact.send();
      }}
    >
      <ErrorSummary words={words} errors={contact.errors} isCut={restored?.isCut ?? false} />
      {draft.isRestored && (
        <DraftNotice
          words={words}
          onDelete={() => {
            draft.remove();
            form.current?.reset();
          }}
        />
      )}
      {product && (
        <p className={styles.about}>
          {words.about} <strong>{product.name}</strong>
        </p>
      )}
      <Fields
        words={words}
        locale={locale}
        invalid={contact.errors.invalid}
        values={{ subject: props.subject ?? "", ...restored?.values }}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="productSlug" value={product?.slug ?? ""} />
      <input type="hidden" name="formToken" value={props.formToken ?? ""} />
      <Send
        words={words}
        privacyPath={localPath(locale, "/confidentialite")}
        label={product ? words.sendQuestion : words.send}
        state={getSendState(isSending, contact.errors)}
        whatsapp={props.whatsapp}
      />
    </form>
  );
}

/** Says that the form was filled from a draft, and offers to delete it. */
function DraftNotice({ words, onDelete }: { words: ContactDictionary; onDelete: () => void }) {
  return (
    <p className={styles.found}>
      {words.draftRestored}{" "}
      <button type="button" onClick={onDelete}>
        {words.deleteDraft}
      </button>
    </p>
  );
}

interface SendProps {
  words: ContactDictionary;
  privacyPath: string;
  label: string;
  state: SendState;
  whatsapp: string;
}

type SendState = "ready" | "sending" | "failed";

function getSendState(isSending: boolean, { invalid, failure }: FormErrors): SendState {
  if (isSending) return "sending";
  return failure || invalid.length > 0 ? "failed" : "ready";
}

/** The button's label shows the state of sending; after success `MessageSent` replaces the form. */
function Send({ words, privacyPath, label, state, whatsapp }: SendProps) {
  const text = { ready: label, sending: words.sending, failed: words.notSent }[state];
  return (
    <>
      <div className={styles.send}>
        <button
          type="submit"
          className="button"
          data-state={state}
          aria-disabled={state === "sending"}
        >
          {text}
        </button>
        <a href={whatsapp} rel="nofollow">
          {words.whatsapp}
        </a>
        <span role="status" aria-live="polite" className="visually-hidden">
          {state === "sending" && words.sending}
        </span>
      </div>
      <p className={styles.hint}>
        {words.privacy} <a href={privacyPath}>{words.privacyLink}</a>
      </p>
    </>
  );
}

interface FieldsProps {
  words: ContactDictionary;
  locale: Locale;
  invalid: FormErrors["invalid"];
  values: Record<string, string>;
}

const REACH_HINT = "ecrire-joindre-aide";

function Fields({ words, locale, invalid, values }: FieldsProps) {
  const lacksReach = invalid.includes("reach");
  const field = (name: ContactFieldName) => ({
    name,
    words,
    locale,
    isInvalid: invalid.includes(name),
    value: lookup(values, name),
  });
  return (
    <>
      <div className={styles.pair}>
        <ContactField {...field("name")} input={{ required: true, autoComplete: "name" }} />
        <ContactField {...field("subject")} input={{ autoComplete: "off" }} />
      </div>
      <fieldset className={styles.reach}>
        <legend>{words.reach.label}</legend>
        <p id={REACH_HINT} className={lacksReach ? styles.problem : styles.hint}>
          {lacksReach ? words.reach.problem : words.reach.hint}
        </p>
        <div className={styles.pair}>
          <ContactField
            {...field("email")}
            isInvalid={lacksReach || invalid.includes("email")}
            sharedHint={REACH_HINT}
            // Not type="email": browsers refuse invisible marks and accented names there before they reach the server.
            input={{
              inputMode: "email",
              pattern: ".+@.+",
              autoComplete: "email",
              autoCapitalize: "none",
              spellCheck: false,
              dir: "ltr",
            }}
          />
          <ContactField
            {...field("phone")}
            isInvalid={lacksReach || invalid.includes("phone")}
            sharedHint={REACH_HINT}
            input={{ type: "tel", inputMode: "tel", autoComplete: "tel", dir: "ltr" }}
          />
        </div>
      </fieldset>
      <ContactField {...field("message")} input={{ required: true }} />
      <div className="visually-hidden" aria-hidden="true">
        <label htmlFor="ecrire-website">{words.trap}</label>
        <input id="ecrire-website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
    </>
  );
}
