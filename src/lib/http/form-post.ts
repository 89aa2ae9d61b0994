import "server-only";
import { AppError, ERRORS, type ErrorCode } from "@/lib/errors";
import { withBody } from "./body";
import { PLAIN_PAGE_HEADERS, type PlainPage, plainPage } from "./plain-page";
import { assertStorable, getMediaType } from "./request";

/** The raw values. A repeated name gives an array, which a text schema rejects. */
export type FormFields = Record<string, unknown>;

/** The redirect after a form post: a path of the shop and `Set-Cookie` values. */
export interface NextPage {
  path: string;
  cookies?: string[];
}

/** Redirects (303) of a route that accepts plain HTML forms. `failed` must preserve the values that the customer typed. */
export interface FormResponses {
  done(result: unknown, fields: FormFields): NextPage;
  /** `fields` is empty when the body could not be read. */
  failed(error: AppError, fields: FormFields): NextPage;
  /** Pages for errors that occur before the fields are read; the browser's back button still has them. */
  refusalPages: Partial<Record<ErrorCode, PlainPage>>;
}

const FORM_MEDIA_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"];

export function isFormPost(request: Request): boolean {
  return FORM_MEDIA_TYPES.includes(getMediaType(request) ?? "");
}

/** Returns a function that reads the form on its first call and returns the same promise afterwards. */
export function createFormReader(request: Request, maxBytes: number): () => Promise<FormFields> {
  let reading: Promise<FormFields> | undefined;
  const read = async () => {
    const form = await withBody(request, { maxBytes }, (bytes) => parseForm(request, bytes));
    return assertStorable(Object.fromEntries(groupByName([...form.entries()])));
  };
  return () => {
    reading ??= read();
    return reading;
  };
}

/** More than twice the fields of the shop's largest form. */
const MAX_FIELDS = 50;

function groupByName(entries: [string, unknown][]): Map<string, string | string[]> {
  if (entries.length > MAX_FIELDS)
    throw new AppError("VALIDATION_ERROR", { details: { _: "form-data" } });
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of entries) {
    if (typeof value !== "string") continue;
    const earlier = fields.get(name);
    fields.set(name, earlier === undefined ? value : [earlier, value].flat());
  }
  return fields;
}

async function parseForm(request: Request, body: Buffer): Promise<URLSearchParams | FormData> {
  if (getMediaType(request) === FORM_MEDIA_TYPES[0]) return new URLSearchParams(body.toString());
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch (cause) {
    throw new AppError("VALIDATION_ERROR", { details: { _: "form-data" }, cause });
  }
}

export function seeOther({ path, cookies = [] }: NextPage, requestId: string): Response {
  const headers = new Headers({
    location: path,
    "cache-control": "private, no-store",
    "x-request-id": requestId,
  });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** Responds with a page of both languages instead of a redirect. */
export function respondWithPlainPage(
  page: PlainPage,
  error: AppError,
  requestId: string,
): Response {
  const headers = new Headers({ ...PLAIN_PAGE_HEADERS, "x-request-id": requestId });
  if (error.retryAfterSeconds) headers.set("retry-after", String(error.retryAfterSeconds));
  return new Response(plainPage(page), { status: ERRORS[error.code].status, headers });
}
