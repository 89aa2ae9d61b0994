import type { z } from "zod";
import type { Locale } from "./i18n/locale";

/** Every code the API may answer with: its status, and what it says where nobody says it better. */
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
    fr: "Ce produit n'est plus au catalogue.",
    ar: "هذا المنتج لم يعد في الكتالوج.",
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
  /** Instead of the code's own sentence; in each language where customers read it. */
  message?: string | Readonly<Record<Locale, string>>;
  /** Safe to show: field → message, or what the code's row in specs says. */
  details?: Record<string, unknown>;
  /** For 429 and 503. */
  retryAfterSeconds?: number;
  cause?: unknown;
}

/** An expected failure. `message` and `details` are safe to show to the caller. */
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

/** Two changes that met: a value taken, a row that another one needs, a deadlock that one of them had to give way in. */
const MET_ANOTHER = new Set([
  ...["P2002", "P2003", "P2034"],
  ...["23505", "23503", "40001", "40P01"],
]);

const DATABASE_AWAY = new Set([
  ...["P1000", "P1001", "P1002", "P1003", "P1008", "P1017", "P2024", "P2028", "P2037"],
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE"],
  ...["57P01", "57P02", "57P03", "53300", "08000", "08003", "08006", "08001"],
  ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"],
]);

/** Messages of `pg` and its pool that come without any code. */
const DATABASE_AWAY_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|is not queryable|the database system is (starting up|shutting down)|Can't reach database|Server has closed the connection|connection is closed/i;

/** Turns anything thrown into an AppError. The only place that knows Zod's, Prisma's and PostgreSQL's own errors. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isZodError(error)) {
    return new AppError("VALIDATION_ERROR", { details: fieldMessages(error), cause: error });
  }
  const codes = codesOf(error);
  if (codes.some((code) => MET_ANOTHER.has(code))) {
    return new AppError("CONFLICT", { cause: error });
  }
  if (codes.includes("P2025")) return new AppError("NOT_FOUND", { cause: error });
  if (codes.some((code) => DATABASE_AWAY.has(code)) || DATABASE_AWAY_WORDS.test(wordsOf(error))) {
    return new AppError("SERVICE_UNAVAILABLE", { retryAfterSeconds: 5, cause: error });
  }
  return new AppError("INTERNAL_SERVER_ERROR", { cause: error });
}

/** By its looks: browsers read this file too, and Zod itself would come along. */
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

/** The error's codes and those of its causes: Prisma wraps the driver's, the pool wraps the socket's, the driver's adapter has kinds. */
function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const { code, originalCode, kind, cause, meta, errors } = error as Record<string, unknown>;
  const nested = [cause, (meta as Record<string, unknown> | undefined)?.driverAdapterError];
  if (Array.isArray(errors)) nested.push(...errors);
  return [code, originalCode, kind]
    .filter((value) => typeof value === "string")
    .concat(nested.flatMap((inner) => codesOf(inner, depth + 1)));
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return error.cause === undefined ? error.message : `${error.message} ${wordsOf(error.cause)}`;
}
