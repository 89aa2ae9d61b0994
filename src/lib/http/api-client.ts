import { AppError, type ErrorCode } from "@/lib/errors";
import type { Pagination } from "@/lib/lists/pagination";

/** The window event that is dispatched when the API answers 401. */
export const SESSION_ENDED = "session-ended";

interface CallOptions {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  /** Repeating the call with the same key has no further effect. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

interface ListResult<T> {
  items: T[];
  pagination: Pagination;
}

/** Calls the REST API from the browser and unwraps its envelope. @throws AppError, also when the network fails */
export async function api<T>(path: `/api/${string}`, options: CallOptions = {}): Promise<T> {
  return (await fetchEnvelope(path, options)).data as T;
}

/** As `api`, for routes that answer lists. */
export async function apiList<T>(path: `/api/${string}`, options: CallOptions = {}) {
  const { data, pagination } = await fetchEnvelope(path, options);
  return { items: data, pagination } as ListResult<T>;
}

async function fetchEnvelope(path: string, { method = "GET", body, ...options }: CallOptions) {
  const isForm = body instanceof FormData;
  const response = await fetch(path, {
    method,
    headers: {
      ...(body !== undefined && !isForm && { "content-type": "application/json" }),
      ...(options.idempotencyKey && { "idempotency-key": options.idempotencyKey }),
    },
    body: isForm ? body : JSON.stringify(body),
    signal: options.signal,
  }).catch((cause: unknown) => {
    throw new AppError("SERVICE_UNAVAILABLE", {
      message: "La connexion est coupée. Rien n'est perdu : réessayez quand elle revient.",
      cause,
    });
  });
  if (response.status === 401 && !path.startsWith("/api/auth/login")) {
    window.dispatchEvent(new Event(SESSION_ENDED));
  }
  return unwrap(response);
}

interface Envelope {
  data?: unknown;
  pagination?: Pagination;
  error?: { code: ErrorCode; message: string; details?: Record<string, unknown> };
}

async function unwrap(response: Response): Promise<Envelope> {
  const envelope = (await response.json().catch(() => ({}))) as Envelope;
  if (response.ok) return envelope;
  const { code, message, details } = envelope.error ?? {
    code: "INTERNAL_SERVER_ERROR" as const,
    message: "Une erreur est survenue. Réessayez dans un instant.",
    details: undefined,
  };
  const retryAfterSeconds = Number(response.headers.get("retry-after")) || undefined;
  throw new AppError(code, { message, details, retryAfterSeconds });
}
