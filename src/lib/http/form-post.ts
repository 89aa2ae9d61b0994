import "server-only";
import { AppError, ERRORS, type ErrorCode } from "@/lib/errors";
import { withBody } from "./body";
import { PLAIN_PAGE_HEADERS, type PlainPage, plainPage } from "./plain-page";
import { assertStorable, getMediaType } from "./request";

/** As they were typed; a name that comes twice is a list, which no schema of a text takes. */
export type FormFields = Record<string, unknown>;

/** Where the browser goes after a form was posted without JavaScript: a path of the shop, and what to keep until then. */
export interface NextPage {
  path: string;
  cookies?: string[];
}

/** How a route answers a plain form: always with 303, and never so that what was typed is lost. */
export interface FormResponses {
  done(result: unknown, fields: FormFields): NextPage;
  /** `fields` is empty where the post could not be read. */
  failed(error: AppError, fields: FormFields): NextPage;
}

const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

export function isFormPost(request: Request): boolean {
  return FORMS.includes(getMediaType(request) ?? "");
}

/** Reads the form once, however often it is asked. */
export function createFormReader(request: Request, maxBytes: number): () => Promise<FormFields> {
  let reading: Promise<FormFields> | undefined;
  const read = async () => {
    const form = await withBody(request, { maxBytes }, (bytes) => fieldsIn(request, bytes));
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
async function fieldsIn(request: Request, body: Buffer): Promise<URLSearchParams | FormData> {
  if (getMediaType(request) === FORMS[0]) return new URLSearchParams(body.toString());
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

/** The refusals that a form gets without a look at its fields: the browser still has them, behind its back button. */
export function buildFormRefusal(error: AppError, requestId: string): Response | null {
  const page = FORM_REFUSALS[error.code];
  if (!page) return null;
  const headers = new Headers({ ...PLAIN_PAGE_HEADERS, "x-request-id": requestId });
  if (error.retryAfterSeconds) headers.set("retry-after", String(error.retryAfterSeconds));
  return new Response(plainPage(page), { status: ERRORS[error.code].status, headers });
}

const FORM_REFUSALS: Partial<Record<ErrorCode, PlainPage>> = {
  RATE_LIMITED: {
    fr: {
      title: "Trop de demandes en peu de temps",
      text: "Votre envoi n'est pas parti. Rechargez cette page dans quelques minutes pour l'envoyer de nouveau, ou revenez en arrière : ce que vous avez écrit y est encore.",
    },
    ar: {
      title: "طلبات كثيرة في وقت قصير",
      text: "لم يُرسل طلبكم. أعيدوا تحميل هذه الصفحة بعد دقائق لإرساله من جديد، أو ارجعوا إلى الصفحة السابقة: ما كتبتموه ما زال فيها.",
    },
  },
  PAYLOAD_TOO_LARGE: {
    fr: {
      title: "Votre envoi est trop long",
      text: "Il n'est pas parti. Revenez en arrière : ce que vous avez écrit y est encore. Raccourcissez-le, puis envoyez-le de nouveau.",
    },
    ar: {
      title: "رسالتكم طويلة جدًا",
      text: "لم تُرسل. ارجعوا إلى الصفحة السابقة: ما كتبتموه ما زال فيها. اختصروه ثم أرسلوه من جديد.",
    },
  },
};
