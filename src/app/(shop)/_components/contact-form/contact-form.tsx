"use client";

import { useEffect, useRef, useState } from "react";
import type { ShopSettings } from "@/domain/settings/schema";
import type { ContactWords } from "@/lib/i18n/contact-form";
import type { Locale } from "@/lib/i18n/locale";
import { localPath } from "@/lib/i18n/paths";
import { ContactField } from "./contact-field";
import styles from "./contact-form.module.css";
import { FormProblems } from "./form-problems";
import { MessageSent } from "./message-sent";
import { type Problems, useContactForm } from "./use-contact-form";

export interface AskedAbout {
  slug: string;
  name: string;
}

/** What came back of a form that was posted without JavaScript. */
export interface ShownAgain {
  values: Record<string, string>;
  problems: Problems;
  isCut: boolean;
}

interface Props extends Pick<ShopSettings, "hours" | "exceptions"> {
  locale: Locale;
  words: ContactWords;
  product?: AskedAbout | null;
  /** The subject to begin with. */
  subject?: string;
  /** A chat with the shop. */
  whatsapp: string;
  /** For browsers without JavaScript, where the page is made for one request. */
  formToken?: string;
  shownAgain?: ShownAgain | null;
}

/** Posts to the REST route by itself; with JavaScript it stays on the page, and what was typed stays on the device. */
export function ContactForm({ locale, words, product, shownAgain, ...props }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const contact = useContactForm({
    form,
    locale,
    productSlug: product?.slug ?? "",
    first: shownAgain?.problems ?? null,
  });
  const { draft, reference, isSending } = contact;
  if (reference) {
    const shop = { words, hours: props.hours, exceptions: props.exceptions };
    const again = shownAgain ? {} : { onAgain: contact.again };
    return <MessageSent {...shop} {...again} reference={reference} />;
  }
  return (
    <form
      ref={form}
      method="post"
      action="/api/public/contact"
      className={styles.form}
      noValidate={isAwake}
      onFocus={contact.touch}
      onInput={draft.keep}
      onSubmit={(event) => {
        event.preventDefault();
        void contact.send();
      }}
    >
      <FormProblems words={words} problems={contact.problems} isCut={shownAgain?.isCut ?? false} />
      {draft.isFound && (
        <Found
          words={words}
          onForget={() => {
            draft.forget();
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
        invalid={contact.problems.invalid}
        values={{ subject: props.subject ?? "", ...shownAgain?.values }}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="productSlug" value={product?.slug ?? ""} />
      <input type="hidden" name="formToken" value={props.formToken ?? ""} />
      <Send
        words={words}
        privacyPath={localPath(locale, "/confidentialite")}
        label={product ? words.sendQuestion : words.send}
        isSending={isSending}
        whatsapp={props.whatsapp}
      />
    </form>
  );
}

/** A message of before is in the form again. */
function Found({ words, onForget }: { words: ContactWords; onForget: () => void }) {
  return (
    <p className={styles.found}>
      {words.found}{" "}
      <button type="button" onClick={onForget}>
        {words.forget}
      </button>
    </p>
  );
}

interface SendProps {
  words: ContactWords;
  privacyPath: string;
  label: string;
  isSending: boolean;
  whatsapp: string;
}

function Send({ words, privacyPath, label, isSending, whatsapp }: SendProps) {
  return (
    <>
      <div className={styles.send}>
        <button type="submit" className="button" aria-disabled={isSending}>
          {label}
        </button>
        <a href={whatsapp}>{words.whatsapp}</a>
        <span role="status" className={styles.hint}>
          {isSending && words.sending}
        </span>
      </div>
      <p className={styles.hint}>
        {words.privacy} <a href={privacyPath}>{words.privacyLink}</a>
      </p>
    </>
  );
}

interface FieldsProps {
  words: ContactWords;
  invalid: Problems["invalid"];
  values: Record<string, string>;
}

function Fields({ words, invalid, values }: FieldsProps) {
  const field = (name: Problems["invalid"][number]) => ({
    name,
    words,
    isInvalid: invalid.includes(name),
    value: values[name],
  });
  return (
    <>
      <div className={styles.pair}>
        <ContactField {...field("name")} input={{ required: true, autoComplete: "name" }} />
        <ContactField
          {...field("email")}
          input={{ required: true, type: "email", autoComplete: "email", dir: "ltr" }}
        />
        <ContactField
          {...field("phone")}
          input={{ type: "tel", inputMode: "tel", autoComplete: "tel", dir: "ltr" }}
        />
        <ContactField {...field("subject")} input={{ autoComplete: "off" }} />
      </div>
      <ContactField {...field("message")} input={{ required: true }} />
      <div className="visually-hidden" aria-hidden="true">
        <label htmlFor="ecrire-website">{words.trap}</label>
        <input id="ecrire-website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
    </>
  );
}
