import "server-only";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { decrypt, encrypt } from "@/lib/encryption";
import { appUrl } from "@/lib/env";
import { truncate } from "@/lib/input/text";
import { lookup } from "@/lib/lookup";
import type { FormFields } from "./form-post";

/** The values and errors of a rejected form post, which a cookie carries to the page that shows the form again. */
export interface FlashForm {
  values: Record<string, string>;
  /** The names of the invalid fields. */
  invalid: string[];
  /** The error code. */
  code: string;
  /** A text was truncated to fit the cookie. */
  isCut: boolean;
}

const PURPOSE = "kept-form";
const MAX_AGE_SECONDS = 15 * 60;
/** Browsers drop larger cookies. */
const MAX_VALUE_LENGTH = 3_800;

/** Builds the `Set-Cookie` value of an encrypted cookie for the pages under `path`. Null deletes the cookie. */
export function buildFlashFormCookie(name: string, path: string, form: FlashForm | null): string {
  const secure = appUrl.startsWith("https:") ? "; Secure" : "";
  const attributes = `HttpOnly; SameSite=Lax; Path=${path}${secure}`;
  if (form === null) return `${name}=; Max-Age=0; ${attributes}`;
  return `${name}=${encodeForm(form)}; Max-Age=${MAX_AGE_SECONDS}; ${attributes}`;
}

export function readFlashForm(value: string | undefined): FlashForm | null {
  const bytes = value && decrypt(PURPOSE, value);
  if (!bytes) return null;
  const text = brotliDecompressSync(bytes, { maxOutputLength: 256 * 1024 }).toString("utf8");
  const { until, ...form } = JSON.parse(text) as FlashForm & { until: number };
  return until > Date.now() ? form : null;
}

/** Picks the text values of an unvalidated form, each truncated to its entry in `maxLengths` (field name → UTF-16 units). */
export function pickFlashValues(
  fields: FormFields,
  maxLengths: Record<string, number>,
): Pick<FlashForm, "values" | "isCut"> {
  const values = new Map<string, string>();
  let isCut = false;
  for (const [name, max] of Object.entries(maxLengths)) {
    const value = lookup(fields, name);
    if (typeof value !== "string") continue;
    values.set(name, truncate(value, max));
    isCut ||= value.length > max;
  }
  return { values: Object.fromEntries(values), isCut };
}

/** Higher qualities would block the event loop. */
const FAST_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Truncates the longest value until the cookie is small enough. Most texts compress well enough as they are. */
function encodeForm(form: FlashForm): string {
  const text = JSON.stringify({ ...form, until: Date.now() + MAX_AGE_SECONDS * 1000 });
  const value = encrypt(PURPOSE, brotliCompressSync(Buffer.from(text, "utf8"), FAST_BROTLI));
  if (value.length <= MAX_VALUE_LENGTH) return value;
  const [name, longest] = Object.entries(form.values).reduce((a, b) =>
    a[1].length >= b[1].length ? a : b,
  );
  const shorter = truncate(longest, Math.floor(longest.length * 0.6));
  return encodeForm({ ...form, isCut: true, values: { ...form.values, [name]: shorter } });
}
