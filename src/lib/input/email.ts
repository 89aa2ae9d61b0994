import { domainToASCII, domainToUnicode } from "node:url";
import isEmail from "validator/lib/isEmail.js";
import { z } from "zod";
import { cleanPlain } from "./text";

const MAX_LENGTH = 254;

/**
 * Returns an address in the form that is stored and sent to: cleaned, its domain in ASCII ("a@bücher.example" →
 * "a@xn--bcher-kva.example"). The local part is not changed and may be quoted or accented. Null for an invalid address.
 */
export function parseEmail(typed: string): string | null {
  const address = toAsciiDomain(cleanPlain(typed));
  const isAddress =
    address.length <= MAX_LENGTH && isEmail(address, { allow_utf8_local_part: true });
  return isAddress ? address : null;
}

/** Converts the domain in an address, or in a search for a part of one, to the ASCII form that is stored. */
export function toAsciiDomain(text: string): string {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  if (!/[^\x20-\x7e]/.test(domain) || !/[@.]/.test(text)) return text;
  return `${text.slice(0, at + 1)}${domainToASCII(domain) || domain}`;
}

/** Formats an address for display, with the domain in Unicode. */
export function formatEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at + 1)}${domainToUnicode(address.slice(at + 1)) || address.slice(at + 1)}`;
}

/** Whether the local part is ASCII. Some mail services deliver to no other addresses. */
export function hasAsciiLocalPart(address: string): boolean {
  return /^[\x20-\x7e]*$/.test(address);
}

/** Schema of a typed address; `message` is shown for an invalid one. */
export const emailAddress = (message?: string) =>
  z
    .string(message)
    .meta({ format: "email" })
    .transform((typed, context) => parseOrIssue(typed, context, message));

/** As `emailAddress`; blank text gives null. */
export const optionalEmailAddress = (message?: string) =>
  z
    .string(message)
    .transform((typed, context) =>
      cleanPlain(typed) === "" ? null : parseOrIssue(typed, context, message),
    );

function parseOrIssue(
  typed: string,
  context: z.RefinementCtx<string>,
  message: string | undefined,
) {
  const address = parseEmail(typed);
  if (address !== null) return address;
  const issue = { code: "invalid_format", format: "email", input: typed } as const;
  context.issues.push(message === undefined ? issue : { ...issue, message });
  return z.NEVER;
}

/** As `emailAddress`, in lower case, for accounts and subscribers, which are looked up by address. */
export const emailKey = (message?: string) =>
  emailAddress(message).transform((address) => address.toLowerCase());
