"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import {
  CONTACT_FIELDS,
  CONTACT_MAX_LENGTH,
  type ContactField,
  type InvalidContactField,
} from "@/domain/messaging/contact/limits";
import type { Locale } from "@/lib/i18n/locale";
import { getField, getValues } from "./form-values";
import { type Failure, type OpenedForm, openForm, postMessage } from "./post-message";
import { useDraft } from "./use-draft";

export interface FormErrors {
  invalid: readonly InvalidContactField[];
  failure: Failure | null;
  /** With `tooMany`: minutes until the next message may be sent. */
  retryMinutes?: number;
}

interface Options {
  form: RefObject<HTMLFormElement | null>;
  locale: Locale;
  productSlug: string;
  /** Errors of a form posted without JavaScript. */
  initialErrors: FormErrors | null;
}

/** The server treats a message sent sooner after opening the form as spam. */
const MIN_FORM_AGE_MS = 3_300;
const TOKEN_TIMEOUT_MS = 5_000;
const NO_ERRORS: FormErrors = { invalid: [], failure: null };

/** State and actions of the contact form: draft, errors, sending, and the reference of the sent message. */
export function useContactForm({ form, locale, productSlug, initialErrors }: Options) {
  const draft = useDraft({
    form,
    name: `contact-form:${productSlug}`,
    isPrefilled: initialErrors !== null,
  });
  const [errors, setErrors] = useState(initialErrors ?? NO_ERRORS);
  const [isSending, setSending] = useState(false);
  const [reference, setReference] = useState<string | null>(null);
  const opened = useRef<Promise<OpenedForm | null> | null>(null);

  async function send(): Promise<void> {
    const element = form.current;
    if (!element || isSending) return;
    const invalid = listInvalidFields(element);
    setErrors({ invalid, failure: null });
    if (invalid.length > 0) return;
    setSending(true);
    const message = { ...getValues(element), productSlug, locale };
    const submissionKey = draft.claimKey(JSON.stringify(message));
    const website = String(new FormData(element).get("website") ?? "");
    const formToken = await waitForToken(opened.current);
    const outcome = await postMessage({ ...message, website, formToken, submissionKey }, locale);
    setSending(false);
    if (!("reference" in outcome)) {
      setErrors({ ...NO_ERRORS, ...outcome });
      return;
    }
    draft.remove();
    opened.current = null;
    setReference(outcome.reference);
  }

  const sendAgain = useEffectEvent(() => void send());
  useEffect(() => {
    if (errors.failure !== "offline") return;
    window.addEventListener("online", sendAgain);
    return () => window.removeEventListener("online", sendAgain);
  }, [errors]);

  function touch(): void {
    opened.current ??= openForm().then((answer) => {
      if (answer === null) opened.current = null;
      return answer;
    });
  }

  return { draft, errors, isSending, reference, send, touch, reset: () => setReference(null) };
}

function listInvalidFields(form: HTMLFormElement): InvalidContactField[] {
  const invalid = CONTACT_FIELDS.filter((name) => !isValid(getField(form, name), name));
  const { email, phone } = getValues(form);
  const isReachable = email.trim() !== "" || phone.trim() !== "" || invalid.includes("email");
  return isReachable ? invalid : [...invalid, "reach"];
}

function isValid(field: ReturnType<typeof getField>, name: ContactField): boolean {
  if (!field?.validity.valid) return false;
  return field.value.trim().length <= CONTACT_MAX_LENGTH[name];
}

/** Waits until the form is old enough not to count as spam, since a restored draft can be sent at once. Empty without a token. */
async function waitForToken(opening: Promise<OpenedForm | null> | null): Promise<string> {
  const opened = await Promise.race([opening, pause(TOKEN_TIMEOUT_MS)]);
  if (!opened) return "";
  await pause(Math.max(0, MIN_FORM_AGE_MS - (Date.now() - opened.at)));
  return opened.token;
}

function pause(ms: number): Promise<null> {
  return new Promise((done) => setTimeout(done, ms, null));
}
