"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./newsletter-form.module.css";

const PATH = "/api/public/newsletter/subscribe";

interface Props {
  words: Record<"sending" | "sent" | "adresse" | "limite" | "panne", string>;
  failed: string | undefined;
  errorId: string;
  /** Shown below the error. */
  agreement: ReactNode;
  children: ReactNode;
}

/** Sends the form without leaving the page. The form keeps its values until the request has succeeded. */
export function NewsletterSubmit({ words, failed, errorId, agreement, children }: Props) {
  const [problem, setProblem] = useState(failed);
  const [state, setState] = useState<"open" | "sending" | "sent">("open");
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state === "sent") status.current?.focus();
  }, [state]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (state !== "open") return;
    setState("sending");
    const wrong = await send(form);
    setState(wrong ? "open" : "sent");
    setProblem(wrong && words[wrong]);
    const email = form.elements.namedItem("email");
    if (wrong !== "adresse" || !(email instanceof HTMLElement)) return;
    email.setAttribute("aria-invalid", "true");
    email.focus();
  }

  return (
    <div>
      {state !== "sent" && (
        <form action={PATH} method="post" className={styles.form} onSubmit={submit}>
          {children}
          <p id={errorId} role="alert" className={styles.problem}>
            {problem}
          </p>
          {agreement}
        </form>
      )}
      <p ref={status} role="status" tabIndex={-1} className={styles.status} data-state={state}>
        {state === "open" ? "" : words[state]}
      </p>
    </div>
  );
}

/** Returns the kind of failure, or undefined on success. */
async function send(form: HTMLFormElement): Promise<"adresse" | "limite" | "panne" | undefined> {
  const body = JSON.stringify(Object.fromEntries(new FormData(form)));
  const headers = { "content-type": "application/json" };
  const response = await fetch(PATH, { method: "POST", headers, body }).catch(() => null);
  if (response?.ok) return undefined;
  if (response?.status === 400) return "adresse";
  return response?.status === 429 ? "limite" : "panne";
}
