import { domainToASCII, domainToUnicode } from "node:url";
import isEmail from "validator/lib/isEmail.js";
import { z } from "zod";
import { cleanPlain } from "./text";

const MAX_LENGTH = 254;

/**
 * An address as it is kept and sent to: cleaned, its domain in ASCII ("a@bücher.example" → "a@xn--bcher-kva.example"). The part
 * before the @ stays as it was typed; quoted and accented ones are legal. Null for what is no address.
 */
export function parseEmail(typed: string): string | null {
  const address = toAsciiDomain(cleanPlain(typed));
  const isAddress =
    address.length <= MAX_LENGTH && isEmail(address, { allow_utf8_local_part: true });
  return isAddress ? address : null;
}

/** Text of a search in its stored form, where it holds the domain of an address or a part of one. */
export function toAsciiDomain(text: string): string {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  if (!/[^\x20-\x7e]/.test(domain) || !/[@.]/.test(text)) return text;
  return `${text.slice(0, at + 1)}${domainToASCII(domain) || domain}`;
}

/** For people to read: the domain in its own letters. */
export function formatEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at + 1)}${domainToUnicode(address.slice(at + 1)) || address.slice(at + 1)}`;
}

/** Whether the part before the @ is ASCII: some services reach no other addresses. */
export function hasAsciiLocalPart(address: string): boolean {
  return /^[\x20-\x7e]*$/.test(address);
}

/** An address that somebody types; `message` says what is wrong with what is none. */
export const emailAddress = (message?: string) =>
  z
    .string(message)
    .meta({ format: "email" })
    .transform((typed, context) => checked(typed, context, message));

/** As `emailAddress`; an empty field is null. */
export const optionalEmailAddress = (message?: string) =>
  z
    .string(message)
    .transform((typed, context) =>
      cleanPlain(typed) === "" ? null : checked(typed, context, message),
    );

function checked(typed: string, context: z.RefinementCtx<string>, message: string | undefined) {
  const address = parseEmail(typed);
  if (address !== null) return address;
  const issue = { code: "invalid_format", format: "email", input: typed } as const;
  context.issues.push(message === undefined ? issue : { ...issue, message });
  return z.NEVER;
}

/** As `emailAddress`, in lower case: for accounts and subscribers, who are found by it. */
export const emailKey = (message?: string) =>
  emailAddress(message).transform((address) => address.toLowerCase());
