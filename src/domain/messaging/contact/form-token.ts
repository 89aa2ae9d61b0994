import "server-only";
import { randomBytes } from "node:crypto";
import { signToken, verifyToken } from "@/lib/auth/signed-token";
import { type FormState, MAX_FORM_AGE_SECONDS, MIN_FILL_SECONDS } from "./spam-rules";

interface OpenedForm {
  nonce: string;
  /** Unix time in milliseconds. */
  at: number;
}

const TOKEN_LIFETIME_SECONDS = 30 * MAX_FORM_AGE_SECONDS;

/** Returns a signed token with the time of the first interaction with the form. `spam-rules.ts` scores the age of the form. */
export function createFormToken(now = Date.now()): string {
  const opened: OpenedForm = { nonce: randomBytes(12).toString("base64url"), at: now };
  return signToken("contact-form", opened, TOKEN_LIFETIME_SECONDS);
}

export function readFormToken(
  token: string,
  now = Date.now(),
): { form: FormState; nonce: string | null } {
  if (token === "") return { form: "noForm", nonce: null };
  const opened = verifyToken<OpenedForm>("contact-form", token);
  if (opened === null) return { form: "forgedForm", nonce: null };
  const seconds = (now - opened.at) / 1000;
  return { form: getFormState(seconds), nonce: opened.nonce };
}

function getFormState(seconds: number): FormState {
  if (seconds < MIN_FILL_SECONDS) return "tooFast";
  return seconds > MAX_FORM_AGE_SECONDS ? "expiredForm" : "good";
}
