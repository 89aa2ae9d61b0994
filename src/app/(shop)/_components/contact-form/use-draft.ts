"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { CONTACT_FIELDS } from "@/domain/messaging/contact/limits";
import { type Draft, deleteDraft, getSubmissionKey, loadDraft, saveDraft } from "./contact-draft";
import { getField, getValues } from "./form-values";

interface Options {
  form: RefObject<HTMLFormElement | null>;
  /** The localStorage key. */
  name: string;
  /** The page has filled the form itself, so the draft is not loaded. */
  isPrefilled: boolean;
}

/** Stores the form's text on the device until it is sent, with the idempotency key of the last attempt. */
export function useDraft({ form, name, isPrefilled }: Options) {
  const [isRestored, setRestored] = useState(false);
  const key = useRef<Pick<Draft, "key" | "sent">>({ key: "", sent: "" });

  useEffect(() => {
    const draft = isPrefilled ? null : loadDraft(name);
    if (!draft || !form.current) return;
    key.current = draft;
    setRestored(fillEmptyFields(form.current, draft.values));
  }, [form, name, isPrefilled]);

  function save(): void {
    const { key: current, sent } = key.current;
    if (form.current) saveDraft(name, { values: getValues(form.current), key: current, sent });
  }

  /** Returns the idempotency key for this text and stores it before the text is sent. */
  function claimKey(text: string): string {
    key.current = { key: getSubmissionKey(text, key.current), sent: text };
    save();
    return key.current.key;
  }

  function remove(): void {
    deleteDraft(name);
    key.current = { key: "", sent: "" };
    setRestored(false);
  }

  return { isRestored, save, claimKey, remove };
}

/** Fills the empty fields; true when the draft holds a message. */
function fillEmptyFields(form: HTMLFormElement, values: Draft["values"]): boolean {
  for (const name of CONTACT_FIELDS) {
    const field = getField(form, name);
    if (field && field.value === "") field.value = values[name] ?? "";
  }
  return Boolean(values.message);
}
