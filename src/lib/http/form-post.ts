import "server-only";
import { AppError } from "@/lib/errors";
import { assertStorable, mediaType, readText } from "./request";

/** As they were typed; a name that comes twice is a list, which no schema of a text takes. */
export type FormFields = Record<string, unknown>;

/** Where the browser goes after a form was posted without JavaScript: a path of the shop, and what to keep until then. */
export interface NextPage {
  path: string;
  cookies?: string[];
}

/** How a route answers a plain form: always with 303, and never so that what was typed is lost. */
export interface FormAnswers {
  done(result: unknown, fields: FormFields): NextPage;
  /** `fields` is empty where the post could not be read. */
  failed(error: AppError, fields: FormFields): NextPage;
}

const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

export function isFormPost(request: Request): boolean {
  return FORMS.includes(mediaType(request) ?? "");
}

/** Reads the form once, however often it is asked. */
export function formReader(request: Request, maxBytes: number): () => Promise<FormFields> {
  let reading: Promise<FormFields> | undefined;
  const read = async () => {
    const form = await fieldsIn(request, await readText(request, maxBytes));
    const fields = new Map<string, string | string[]>();
    for (const name of form.keys()) {
      const values = form.getAll(name).filter((value) => typeof value === "string");
      fields.set(name, values.length > 1 ? values : (values[0] ?? ""));
    }
    return assertStorable(Object.fromEntries(fields));
  };
  return () => {
    reading ??= read();
    return reading;
  };
}

/** Both types that a form may have; files are passed over. */
async function fieldsIn(request: Request, body: string): Promise<URLSearchParams | FormData> {
  if (mediaType(request) === FORMS[0]) return new URLSearchParams(body);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return await new Response(body, { headers }).formData();
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
