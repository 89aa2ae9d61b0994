"use client";

import { type FormEvent, useRef, useState } from "react";
import { type AppError, toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";

interface ApiForm<R> {
  path: `/api/${string}`;
  method?: "POST" | "PATCH" | "DELETE";
  /** The body, out of the form. By default each field by its name, as text. */
  values?: (form: FormData) => unknown;
  onSaved(result: R): void;
}

/** Sends a form to its route, keeps what was typed when it fails, and tells each field what is wrong with it. */
export function useApiForm<R>({ path, method = "POST", values = asObject, onSaved }: ApiForm<R>) {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError>();
  const [fields, setFields] = useState<Record<string, string>>({});
  const watched = useRef<HTMLFormElement>(null);
  const sending = useRef(false);

  async function send(form: HTMLFormElement): Promise<void> {
    sending.current = true;
    setPending(true);
    try {
      const result = await api<R>(path, { method, body: values(new FormData(form)) });
      setError(undefined);
      onSaved(result);
    } catch (thrown) {
      const refusal = toAppError(thrown);
      setError(refusal);
      setFields(getFieldMessages(refusal));
      watch(form);
      // After the messages are drawn: the first field that needs attention.
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
    } finally {
      sending.current = false;
      setPending(false);
    }
  }

  /** What the server said of a field goes once that field changes. */
  function watch(form: HTMLFormElement): void {
    if (watched.current === form) return;
    watched.current = form;
    form.addEventListener("input", ({ target }) => {
      const changed = fieldName(target);
      // Not before React has taken the event: a controlled field that is drawn in between loses what was typed.
      setTimeout(() => setFields((now) => withoutField(now, changed)));
    });
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!sending.current) void send(event.currentTarget);
  }

  const isCorrected =
    Object.keys(fields).length === 0 && Object.keys(getFieldMessages(error)).length > 0;
  return {
    onSubmit,
    isPending,
    error,
    message: isCorrected ? undefined : error?.message,
    fields: error ? fields : {},
  };
}

/** The name of the control, or of the field that a control without one belongs to. */
function fieldName(target: EventTarget | null): string {
  const { name = "", id = "" } = (target ?? {}) as Partial<HTMLInputElement>;
  return name || id.replace(/^champ-/, "").replace(/-heure$/, "");
}

function withoutField(errors: Record<string, string>, field: string): Record<string, string> {
  const left = Object.entries(errors).filter(
    ([name]) => name !== field && !name.startsWith(`${field}.`),
  );
  return left.length === Object.keys(errors).length ? errors : Object.fromEntries(left);
}

/** What the envelope's details say of fields. */
export function getFieldMessages(error: AppError | undefined): Record<string, string> {
  const entries = Object.entries(error?.details ?? {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function asObject(form: FormData): unknown {
  return Object.fromEntries(form);
}
