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
  const sending = useRef(false);

  async function send(form: HTMLFormElement): Promise<void> {
    sending.current = true;
    setPending(true);
    try {
      const result = await api<R>(path, { method, body: values(new FormData(form)) });
      setError(undefined);
      onSaved(result);
    } catch (thrown) {
      setError(toAppError(thrown));
      // After the messages are drawn: the first field that needs attention.
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
    } finally {
      sending.current = false;
      setPending(false);
    }
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!sending.current) void send(event.currentTarget);
  }

  return { onSubmit, isPending, error, message: error?.message, fields: fieldMessages(error) };
}

/** What the envelope's details say of fields. */
export function fieldMessages(error: AppError | undefined): Record<string, string> {
  const entries = Object.entries(error?.details ?? {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function asObject(form: FormData): unknown {
  return Object.fromEntries(form);
}
