import "server-only";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { decrypt, encrypt } from "@/lib/encryption";
import { appUrl } from "@/lib/env";
import { truncate } from "@/lib/input/text";
import { lookup } from "@/lib/lookup";
import type { FormFields } from "./form-post";

/** A form that was posted without JavaScript and not accepted, on its way back to the page that shows it again. */
export interface FlashForm {
  values: Record<string, string>;
  /** Fields that need attention. */
  invalid: string[];
  /** The code of the failure. */
  code: string;
  /** The end of the longest text did not fit. */
  isCut: boolean;
}

const PURPOSE = "kept-form";
const SECONDS = 15 * 60;
/** Browsers drop larger cookies. */
const LARGEST = 3_800;

/** A cookie that only this shop can read, of a quarter of an hour, for the pages under `path`; null removes it. */
export function buildFlashFormCookie(name: string, path: string, form: FlashForm | null): string {
  const secure = appUrl.startsWith("https:") ? "; Secure" : "";
  const attributes = `HttpOnly; SameSite=Lax; Path=${path}${secure}`;
  if (form === null) return `${name}=; Max-Age=0; ${attributes}`;
  return `${name}=${packed(form)}; Max-Age=${SECONDS}; ${attributes}`;
}

export function readFlashForm(value: string | undefined): FlashForm | null {
  const bytes = value && decrypt(PURPOSE, value);
  if (!bytes) return null;
  const text = brotliDecompressSync(bytes, { maxOutputLength: 256 * 1024 }).toString("utf8");
  const { until, ...form } = JSON.parse(text) as FlashForm & { until: number };
  return until > Date.now() ? form : null;
}

/** What is kept of a form that nobody has checked yet: its texts of these names, each no longer than this. */
export function pickFlashValues(
  fields: FormFields,
  longest: Record<string, number>,
): Pick<FlashForm, "values" | "isCut"> {
  const values = new Map<string, string>();
  let isCut = false;
  for (const [name, max] of Object.entries(longest)) {
    const value = lookup(fields, name);
    if (typeof value !== "string") continue;
    values.set(name, truncate(value, max));
    isCut ||= value.length > max;
  }
  return { values: Object.fromEntries(values), isCut };
}

/** The best packing would hold everybody else up. */
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Text packs well: only what hardly repeats itself has to be cut, the longest value first. */
function packed(form: FlashForm): string {
  const text = JSON.stringify({ ...form, until: Date.now() + SECONDS * 1000 });
  const value = encrypt(PURPOSE, brotliCompressSync(Buffer.from(text, "utf8"), FAST));
  if (value.length <= LARGEST) return value;
  const [name, longest] = Object.entries(form.values).reduce((a, b) =>
    a[1].length >= b[1].length ? a : b,
  );
  const shorter = truncate(longest, Math.floor(longest.length * 0.6));
  return packed({ ...form, isCut: true, values: { ...form.values, [name]: shorter } });
}
