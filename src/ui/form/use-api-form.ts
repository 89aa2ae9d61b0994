"use client";

import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type AppError, toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";

interface ApiForm<R> {
  path: `/api/${string}`;
  method?: "POST" | "PATCH" | "DELETE";
  /** Builds the request body from the form. By default an object of all fields as strings. */
  values?: (form: FormData) => unknown;
  onSaved(result: R): void;
}

/** Sends a form to its route. When the request fails, the form keeps its values and `fields` holds the message of each field. */
export function useApiForm<R>({ path, method = "POST", values = toObject, onSaved }: ApiForm<R>) {
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
      const failure = toAppError(thrown);
      // Rendered at once, so that the first invalid field is marked, and enabled, when it is focused.
      flushSync(() => {
        setPending(false);
        setError(failure);
        setFields(getFieldMessages(failure));
      });
      clearMessagesOnInput(form);
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    } finally {
      sending.current = false;
      setPending(false);
    }
  }

  /** Removes a field's message once the field changes. */
  function clearMessagesOnInput(form: HTMLFormElement): void {
    if (watched.current === form) return;
    watched.current = form;
    form.addEventListener("input", ({ target }) => {
      const changed = getFieldName(target);
      // After React has handled the event: re-rendering a controlled field before that would lose its input.
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

/** Returns the control's name; for a control without one, derives the field's name from its id. */
function getFieldName(target: EventTarget | null): string {
  const { name = "", id = "" } = (target ?? {}) as Partial<HTMLInputElement>;
  return name || id.replace(/^champ-/, "").replace(/-heure$/, "");
}

function withoutField(errors: Record<string, string>, field: string): Record<string, string> {
  const left = Object.entries(errors).filter(
    ([name]) => name !== field && !name.startsWith(`${field}.`),
  );
  return left.length === Object.keys(errors).length ? errors : Object.fromEntries(left);
}

/** Returns the field messages of the error's `details`, by field name. */
export function getFieldMessages(error: AppError | undefined): Record<string, string> {
  const entries = Object.entries(error?.details ?? {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function toObject(form: FormData): unknown {
  return Object.fromEntries(form);
}
