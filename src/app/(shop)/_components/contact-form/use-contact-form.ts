"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import {
  CONTACT_FIELDS,
  type ContactField,
  type ContactGap,
  LONGEST,
} from "@/domain/messaging/contact/limits";
import type { Locale } from "@/lib/i18n/locale";
import { getField, getValues } from "./form-values";
import { type Failure, type OpenedForm, openForm, postMessage } from "./post-message";
import { useDraft } from "./use-draft";

export interface FormErrors {
  invalid: readonly ContactGap[];
  failure: Failure | null;
  /** Where too many messages came from this address: in how many minutes the next may be sent. */
  retryMinutes?: number;
}

interface Options {
  form: RefObject<HTMLFormElement | null>;
  locale: Locale;
  productSlug: string;
  /** What the server said of a form posted without JavaScript; the page shows it again then. */
  first: FormErrors | null;
}

/** A form younger than this is taken for a machine's. */
const YOUNGEST_MS = 3_300;
const TOKEN_PATIENCE_MS = 5_000;
const NONE: FormErrors = { invalid: [], failure: null };

/** Sends a message once, and says what came of it. */
export function useContactForm({ form, locale, productSlug, first }: Options) {
  const draft = useDraft({
    form,
    name: `contact-form:${productSlug}`,
    isShownAgain: first !== null,
  });
  const [problems, setProblems] = useState(first ?? NONE);
  const [isSending, setSending] = useState(false);
  const [reference, setReference] = useState<string | null>(null);
  const opened = useRef<Promise<OpenedForm | null> | null>(null);

  async function send(): Promise<void> {
    const element = form.current;
    if (!element || isSending) return;
    const invalid = gapsIn(element);
    setProblems({ invalid, failure: null });
    if (invalid.length > 0) return;
    setSending(true);
    const message = { ...getValues(element), productSlug, locale };
    const submissionKey = draft.keyOf(JSON.stringify(message));
    const website = String(new FormData(element).get("website") ?? "");
    const formToken = await tokenOf(opened.current);
    const outcome = await postMessage({ ...message, website, formToken, submissionKey }, locale);
    setSending(false);
    if (!("reference" in outcome)) {
      setProblems({ ...NONE, ...outcome });
      return;
    }
    draft.forget();
    opened.current = null;
    setReference(outcome.reference);
  }

  const sendAgain = useEffectEvent(() => void send());
  useEffect(() => {
    if (problems.failure !== "offline") return;
    window.addEventListener("online", sendAgain);
    return () => window.removeEventListener("online", sendAgain);
  }, [problems]);

  function touch(): void {
    opened.current ??= openForm().then((answer) => {
      if (answer === null) opened.current = null;
      return answer;
    });
  }

  return { draft, problems, isSending, reference, send, touch, again: () => setReference(null) };
}

function gapsIn(form: HTMLFormElement): ContactGap[] {
  const invalid = CONTACT_FIELDS.filter((name) => !isValid(getField(form, name), name));
  const { email, phone } = getValues(form);
  const isReachable = email.trim() !== "" || phone.trim() !== "" || invalid.includes("email");
  return isReachable ? invalid : [...invalid, "reach"];
}

function isValid(field: ReturnType<typeof getField>, name: ContactField): boolean {
  if (!field?.validity.valid) return false;
  return field.value.trim().length <= LONGEST[name];
}

/** Waits until the form is as old as a person's: who comes back to a kept message may send it at once. */
async function tokenOf(opening: Promise<OpenedForm | null> | null): Promise<string> {
  const opened = await Promise.race([opening, pause(TOKEN_PATIENCE_MS)]);
  if (!opened) return "";
  await pause(Math.max(0, YOUNGEST_MS - (Date.now() - opened.at)));
  return opened.token;
}

function pause(ms: number): Promise<null> {
  return new Promise((done) => setTimeout(done, ms, null));
}
