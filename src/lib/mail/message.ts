import { parseEmail } from "@/lib/input/email";
import { abbreviate } from "@/lib/input/text";

/** A mail as transports take it. Everything that comes from outside goes through `validateMail` first. */
export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  replyTo?: string;
  /** With angle brackets: `<contact-…@host>`. */
  messageId?: string;
  headers?: Record<string, string>;
  /** For the vendor's webhook: `[A-Za-z0-9_-]` on both sides. */
  tags?: Record<string, string>;
}

const HEADER_NAME = /^[A-Za-z][A-Za-z-]{0,60}$/;
/** Line ends and other control characters, the Unicode ones too. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const LONGEST_SUBJECT = 200;
const LONGEST_HEADER = 2_000;

/** Exactly one address: no list, no name, nothing that could end a header. */
export function isMailAddress(value: string): boolean {
  return parseEmail(value) === value;
}

/** Text that cannot leave its header. */
function headerText(value: string, longest = LONGEST_HEADER): string {
  return abbreviate(value.replace(CONTROLS, " ").trim(), longest);
}

export function toSubjectLine(value: string): string {
  return headerText(value, LONGEST_SUBJECT);
}

/** @throws an Error for an address that is none or a header name that is none; texts are made to fit their line */
export function validateMail(mail: Mail): Mail {
  for (const address of [mail.to, mail.replyTo]) {
    if (address !== undefined && !isMailAddress(address)) throw new Error("not a mail address");
  }
  return {
    ...mail,
    subject: toSubjectLine(mail.subject),
    ...(mail.messageId && { messageId: headerText(mail.messageId) }),
    ...(mail.headers && { headers: checkedHeaders(mail.headers) }),
  };
}

function checkedHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      if (!HEADER_NAME.test(name)) throw new Error("not a header name");
      return [name, headerText(value)];
    }),
  );
}
