import { parseEmail } from "@/lib/input/email";
import { abbreviate } from "@/lib/input/text";

/** A mail for a transport. `validateMail` checks it first, because addresses and texts come from users. */
export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  replyTo?: string;
  /** With angle brackets: `<contact-…@host>`. */
  messageId?: string;
  headers?: Record<string, string>;
  /** Returned in the provider's webhook events. Names and values: `[A-Za-z0-9_-]`. */
  tags?: Record<string, string>;
}

const HEADER_NAME = /^[A-Za-z][A-Za-z-]{0,60}$/;
/** ASCII and Unicode line breaks and control characters. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const MAX_SUBJECT_LENGTH = 200;
const MAX_HEADER_LENGTH = 2_000;

/** Whether a text is exactly one address in its stored form: no list, no display name, no line break. */
export function isMailAddress(value: string): boolean {
  return parseEmail(value) === value;
}

/** Replaces line breaks, which would allow header injection, and limits the length. */
function toHeaderText(value: string, maxLength = MAX_HEADER_LENGTH): string {
  return abbreviate(value.replace(CONTROLS, " ").trim(), maxLength);
}

export function toSubjectLine(value: string): string {
  return toHeaderText(value, MAX_SUBJECT_LENGTH);
}

/** Sanitizes the subject and the header values. @throws an Error for an invalid address or header name */
export function validateMail(mail: Mail): Mail {
  for (const address of [mail.to, mail.replyTo]) {
    if (address !== undefined && !isMailAddress(address)) throw new Error("not a mail address");
  }
  return {
    ...mail,
    subject: toSubjectLine(mail.subject),
    messageId: mail.messageId && toHeaderText(mail.messageId),
    headers: mail.headers && sanitizeHeaders(mail.headers),
  };
}

function sanitizeHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (!HEADER_NAME.test(name)) throw new Error("not a header name");
      return [name, toHeaderText(value)];
    }),
  );
}
