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
    return assertStorable(Object.fromEntries(listed([...form.entries()])));
  };
  return () => {
    reading ??= read();
    return reading;
  };
}

/** No form of the shop has half as many. */
const MOST_FIELDS = 50;

function listed(entries: [string, unknown][]): Map<string, string | string[]> {
  if (entries.length > MOST_FIELDS)
    throw new AppError("VALIDATION_ERROR", { details: { _: "form-data" } });
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of entries) {
    if (typeof value !== "string") continue;
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : [before, value].flat());
  }
  return fields;
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

/**
 * For whoever posted a form too often, whose fields are not even read: the browser still has them, behind its back button
 * and its reload.
 */
export function tooOften(error: AppError, requestId: string): Response {
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "private, no-store",
    "x-request-id": requestId,
  });
  if (error.retryAfterSeconds) headers.set("retry-after", String(error.retryAfterSeconds));
  return new Response(TOO_OFTEN, { status: 429, headers });
}

const TOO_OFTEN = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>Trop de demandes · طلبات كثيرة</title></head><body><main>
<h1>Trop de demandes en peu de temps</h1>
<p>Votre envoi n'est pas parti. Rechargez cette page dans quelques minutes pour l'envoyer de nouveau, ou revenez en arrière : ce que vous avez écrit y est encore.</p>
<section lang="ar" dir="rtl"><h2>طلبات كثيرة في وقت قصير</h2>
<p>لم يُرسل طلبكم. أعيدوا تحميل هذه الصفحة بعد دقائق لإرساله من جديد، أو ارجعوا إلى الصفحة السابقة: ما كتبتموه ما زال فيها.</p></section>
</main></body></html>
`;
