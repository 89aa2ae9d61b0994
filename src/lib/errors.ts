import type { z } from "zod";
import type { Locale } from "./i18n/locale";

/** Every error code of the API with its status and default messages. */
export const ERRORS = {
  VALIDATION_ERROR: {
    status: 400,
    fr: "Certaines informations sont à corriger.",
    ar: "بعض المعلومات تحتاج إلى تصحيح.",
  },
  UNAUTHORIZED: { status: 401, fr: "Connectez-vous pour continuer.", ar: "سجّل الدخول للمتابعة." },
  FORBIDDEN: {
    status: 403,
    fr: "Cette action ne vous est pas permise.",
    ar: "هذا الإجراء غير مسموح لك.",
  },
  NOT_FOUND: {
    status: 404,
    fr: "Cette adresse ne mène à rien.",
    ar: "لا يوجد شيء في هذا العنوان.",
  },
  CONFLICT: {
    status: 409,
    fr: "Cette valeur est déjà prise ou a changé entre-temps.",
    ar: "هذه القيمة مستعملة أو تغيّرت في هذه الأثناء.",
  },
  GONE: {
    status: 410,
    fr: "Cette adresse n'existe plus.",
    ar: "لم يعد هذا العنوان موجودًا.",
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    fr: "L'envoi est trop volumineux.",
    ar: "حجم الإرسال كبير جدًا.",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    fr: "Ce format n'est pas accepté : envoyez du JSON.",
    ar: "هذه الصيغة غير مقبولة: أرسل JSON.",
  },
  UNPROCESSABLE: {
    status: 422,
    fr: "Cette clé a déjà servi pour un autre envoi.",
    ar: "استُعمل هذا المفتاح لإرسال آخر.",
  },
  PRECONDITION_REQUIRED: {
    status: 428,
    fr: "Indiquez la version que vous modifiez.",
    ar: "حدّد النسخة التي تعدّلها.",
  },
  RATE_LIMITED: {
    status: 429,
    fr: "Trop de demandes en peu de temps. Réessayez dans un instant.",
    ar: "طلبات كثيرة في وقت قصير. أعد المحاولة بعد لحظات.",
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    fr: "Une erreur est survenue de notre côté. Réessayez dans un instant.",
    ar: "حدث خطأ من جانبنا. أعد المحاولة بعد لحظات.",
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    fr: "Le service est momentanément indisponible. Réessayez dans un instant.",
    ar: "الخدمة غير متاحة مؤقتًا. أعد المحاولة بعد لحظات.",
  },
} as const;

export type ErrorCode = keyof typeof ERRORS;

interface ErrorOptions {
  /** Replaces the default message of the code. Errors that customers can see need both languages. */
  message?: string | Readonly<Record<Locale, string>>;
  /** Shown to the caller: field → message for VALIDATION_ERROR, the current record for CONFLICT. */
  details?: Record<string, unknown>;
  /** For 429 and 503. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** An expected failure. `message` and `details` are sent to the caller. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;
  readonly retryAfterSeconds: number | undefined;
  private readonly ownMessage: ErrorOptions["message"];

  constructor(code: ErrorCode, options: ErrorOptions = {}) {
    super(inLocale(options.message, "fr") ?? ERRORS[code].fr, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.ownMessage = options.message;
  }

  messageIn(locale: Locale): string {
    return inLocale(this.ownMessage, locale) ?? ERRORS[this.code][locale];
  }
}

function inLocale(message: ErrorOptions["message"], locale: Locale): string | undefined {
  return typeof message === "object" ? message[locale] : message;
}

/** Unique and foreign key violations, write conflicts, serialization failures and deadlocks, of Prisma and PostgreSQL. */
const CONFLICT_CODES = new Set("P2002 P2003 P2034 23505 23503 40001 40P01".split(" "));

/** Codes of Prisma, the socket, PostgreSQL (57014: a statement took too long) and Prisma's driver adapter. */
const DATABASE_UNAVAILABLE_CODES = new Set(
  [
    "P1000 P1001 P1002 P1003 P1008 P1017 P2024 P2028 P2037",
    "ECONNREFUSED ECONNRESET ENOTFOUND ETIMEDOUT EPIPE",
    "57P01 57P02 57P03 57014 53300 08000 08003 08006 08001",
    "DatabaseNotReachable ConnectionClosed SocketTimeout TooManyConnections",
  ].flatMap((codes) => codes.split(" ")),
);

/** Messages of `pg` and its pool that have no code. */
const DATABASE_UNAVAILABLE_MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|is not queryable|the database system is (starting up|shutting down)|Can't reach database|Server has closed the connection|connection is closed/i;

/** Converts any thrown value. The only place that translates errors of Zod, Prisma and PostgreSQL. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isZodError(error)) {
    return new AppError("VALIDATION_ERROR", { details: fieldMessages(error), cause: error });
  }
  const codes = collectCodes(error);
  if (codes.some((code) => CONFLICT_CODES.has(code))) {
    return new AppError("CONFLICT", { cause: error });
  }
  if (codes.includes("P2025")) return new AppError("NOT_FOUND", { cause: error });
  if (
    codes.some((code) => DATABASE_UNAVAILABLE_CODES.has(code)) ||
    DATABASE_UNAVAILABLE_MESSAGE.test(joinMessages(error))
  ) {
    return new AppError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5, cause: error });
  }
  return new AppError("INTERNAL_SERVER_ERROR", { cause: error });
}

/** Not `instanceof`, which would add Zod to the browser's bundle. */
function isZodError(error: unknown): error is z.ZodError {
  return error instanceof Error && error.name === "ZodError" && "issues" in error;
}

function fieldMessages(error: z.ZodError): Record<string, string> {
  const messages = new Map<string, string>();
  for (const issue of error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
    for (const key of unknown) messages.set([...issue.path, key].join("."), issue.message);
    const path = issue.path.join(".") || "_";
    if (unknown.length === 0 && !messages.has(path)) messages.set(path, issue.message);
  }
  return Object.fromEntries(messages);
}

/** Collects the codes of an error and its causes: Prisma wraps driver errors, the pool wraps socket errors, the adapter has kinds. */
function collectCodes(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const { code, originalCode, kind, cause, meta, errors } = error as Record<string, unknown>;
  const nested = [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError];
  if (Array.isArray(errors)) nested.push(...errors);
  return [code, originalCode, kind]
    .filter((value) => typeof value === "string")
    .concat(nested.flatMap((inner) => collectCodes(inner, depth + 1)));
}

function joinMessages(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return error.cause === undefined
    ? error.message
    : `${error.message} ${joinMessages(error.cause)}`;
}
