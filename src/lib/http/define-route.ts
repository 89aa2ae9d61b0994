import "server-only";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { type CacheTag, invalidate } from "@/lib/cache";
import { type AppError, ERRORS, toAppError } from "@/lib/errors";
import { type Locale, localeFrom } from "@/lib/i18n/locale";
import { log } from "@/lib/log";
import { enforceRateLimit, type RateLimit } from "@/lib/rate-limit";
import { assertSameOrigin, clientAddress, readJson, readQuery } from "./request";
import { jsonAnswer, jsonFailure } from "./respond";

type Schema = z.ZodType | undefined;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

interface Input<P, Q, B> {
  request: NextRequest;
  requestId: string;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
}

export interface RouteSpec<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
> {
  /** One line for people, in the API's documentation. */
  summary: string;
  /** Who may come in. */
  access: "public";
  /** Counted per client. `null` only where a machine asks (health). */
  limit: RateLimit | null;
  params?: P;
  query?: Q;
  body?: B;
  /** The shape of `data`; of one item where `isList`. */
  answers: z.ZodType;
  isList?: boolean;
  /** What a list carries beside `data` and `pagination`. */
  extra?: Record<string, z.ZodType>;
  status?: number;
  /** Seconds for which anybody may keep the answer. Without it nobody may. */
  cacheSeconds?: number;
  maxBodyBytes?: number;
  /** Storefront caches that this change makes stale. */
  invalidates?: readonly CacheTag[];
  handle(input: Input<P, Q, B>): Promise<unknown>;
}

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** Builds a route handler: request id, same-origin check, rate limit, parsing, handler, invalidation, envelope, in that order. */
export function defineRoute<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(spec: RouteSpec<P, Q, B>) {
  async function route(request: NextRequest, context: RouteContext): Promise<Response> {
    const startedAt = performance.now();
    const requestId = `req_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
    const locale = localeFrom(request.headers.get("accept-language"));
    let failure: AppError | undefined;
    const response = await answer(spec, request, context, requestId, locale).catch((thrown) => {
      failure = toAppError(thrown);
      return jsonFailure(failure, requestId, locale);
    });
    report(request, response.status, requestId, startedAt, failure);
    return response;
  }
  return Object.assign(route, { spec: spec as unknown as RouteSpec });
}

async function answer<P extends Schema, Q extends Schema, B extends Schema>(
  spec: RouteSpec<P, Q, B>,
  request: NextRequest,
  context: RouteContext,
  requestId: string,
  locale: Locale,
): Promise<Response> {
  assertSameOrigin(request);
  if (spec.limit) await enforceRateLimit(spec.limit, clientAddress(request.headers));
  const params = parse(spec.params, locale, decoded(await context.params));
  const query = parse(spec.query, locale, readQuery(request.nextUrl.searchParams));
  const body = spec.body
    ? parse(spec.body, locale, await readJson(request, spec.maxBodyBytes ?? 64 * 1024))
    : undefined;
  const input = { request, requestId, params, query, body } as Input<P, Q, B>;
  const result = await spec.handle(input);
  invalidate(spec.invalidates ?? []);
  if (result instanceof Response) {
    result.headers.set("x-request-id", requestId);
    return result;
  }
  return jsonAnswer(request, result, requestId, spec.status ?? 200, spec.cacheSeconds);
}

/** Next hands path parameters over as they stand in the address. */
function decoded(params: Record<string, string | string[] | undefined> | undefined) {
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(decode) : value && decode(value),
    ]),
  );
}

const MESSAGES = { fr: z.locales.fr().localeError, ar: z.locales.ar().localeError };

function parse(schema: z.ZodType | undefined, locale: Locale, value: unknown): unknown {
  return schema?.parse(value, { error: MESSAGES[locale] });
}

function report(
  request: NextRequest,
  status: number,
  requestId: string,
  startedAt: number,
  failure: AppError | undefined,
): void {
  const line = {
    requestId,
    method: request.method,
    path: request.nextUrl.pathname,
    status,
    ms: Math.round(performance.now() - startedAt),
  };
  if (failure && ERRORS[failure.code].status >= 500) {
    log.error({ ...line, err: failure.cause ?? failure }, "request failed");
  } else {
    log.info(line, "request");
  }
}
