"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { CONTACT_FIELDS } from "@/domain/messaging/contact/limits";
import { type Draft, deleteDraft, getSubmissionKey, loadDraft, saveDraft } from "./contact-draft";
import { getField, getValues } from "./form-values";

interface Options {
  form: RefObject<HTMLFormElement | null>;
  /** Under which it is kept on the device. */
  name: string;
  /** The page shows what was typed by itself: an older draft has nothing to add. */
  isShownAgain: boolean;
}

/** Keeps what is typed on the device until it is sent, together with the key of what was tried to be sent. */
export function useDraft({ form, name, isShownAgain }: Options) {
  const [isFound, setFound] = useState(false);
  const key = useRef<Pick<Draft, "key" | "sent">>({ key: "", sent: "" });

  useEffect(() => {
    const draft = isShownAgain ? null : loadDraft(name);
    if (!draft || !form.current) return;
    key.current = draft;
    setFound(fillIn(form.current, draft.values));
  }, [form, name, isShownAgain]);

  function keep(): void {
    const { key: current, sent } = key.current;
    if (form.current) saveDraft(name, { values: getValues(form.current), key: current, sent });
  }

  /** The key under which this text is sent, kept before it is. */
  function keyOf(text: string): string {
    key.current = { key: getSubmissionKey(text, key.current), sent: text };
    keep();
    return key.current.key;
  }

  function forget(): void {
    deleteDraft(name);
    key.current = { key: "", sent: "" };
    setFound(false);
  }

  return { isFound, keep, keyOf, forget };
}

/** Fills what is empty, and says whether there was a message. */
function fillIn(form: HTMLFormElement, values: Draft["values"]): boolean {
  for (const name of CONTACT_FIELDS) {
    const field = getField(form, name);
    if (field && field.value === "") field.value = values[name] ?? "";
  }
  return Boolean(values.message);
}
