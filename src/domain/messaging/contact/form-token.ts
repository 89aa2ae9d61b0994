import "server-only";
import { randomBytes } from "node:crypto";
import { signToken, verifyToken } from "@/lib/auth/signed-token";
import { FASTEST_SECONDS, FORM_SECONDS, type FormState } from "./spam-rules";

interface OpenedForm {
  nonce: string;
  /** Milliseconds. */
  at: number;
}

const READABLE_SECONDS = 30 * FORM_SECONDS;

/** Says when a form was first touched. Good for one message, from three seconds to a day later. */
export function newFormToken(now = Date.now()): string {
  const opened: OpenedForm = { nonce: randomBytes(12).toString("base64url"), at: now };
  return signToken("contact-form", opened, READABLE_SECONDS);
}

export function readFormToken(
  token: string,
  now = Date.now(),
): { form: FormState; nonce: string | null } {
  if (token === "") return { form: "noForm", nonce: null };
  const opened = verifyToken<OpenedForm>("contact-form", token);
  if (opened === null) return { form: "forgedForm", nonce: null };
  const seconds = (now - opened.at) / 1000;
  return { form: stateAt(seconds), nonce: opened.nonce };
}

function stateAt(seconds: number): FormState {
  if (seconds < FASTEST_SECONDS) return "tooFast";
  return seconds > FORM_SECONDS ? "expiredForm" : "good";
}
