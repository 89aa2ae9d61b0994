import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { type Actor, buildOrigin, type Origin, requireActor } from "@/lib/auth/actor";
import { SESSION_COOKIE } from "@/lib/auth/lucia";
import type { Permission } from "@/lib/auth/permissions";
import { type CacheTag, invalidate } from "@/lib/cache/cache";
import { type AppError, ERRORS, toAppError } from "@/lib/errors";
import { type Locale, parseAcceptLanguage } from "@/lib/i18n/locale";
import type { RefusedBody } from "@/lib/input/refused-body";
import { log } from "@/lib/log";
import { enforceRateLimit, type RateLimit } from "@/lib/rate-limit";
import { assertDeclaredSize, hasUnreadBody } from "./body";
import {
  createFormReader,
  type FormFields,
  type FormResponses,
  isFormPost,
  respondWithPlainPage,
  seeOther,
} from "./form-post";
import { withIdempotencyKey } from "./idempotency";
import { parse, parseBody } from "./parse-input";
import {
  assertNotBrowser,
  assertSameOrigin,
  getClientAddress,
  readJson,
  readParams,
  readQuery,
  requireCronSecret,
} from "./request";
import { jsonErrorResponse, jsonResponse, ResponseWithCookies } from "./respond";

/** `signed-in`: any member of staff. `cron`: the bearer of CRON_SECRET. `webhook`: the handler verifies the signature itself. */
export type Access = "public" | "signed-in" | "cron" | "webhook" | Permission;
type ActorFor<A extends Access> = A extends "public" | "cron" | "webhook" ? null : Actor;

type Schema = z.ZodType | undefined;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

interface Input<A extends Access, P, Q, B> {
  request: NextRequest;
  actor: ActorFor<A>;
  origin: Origin;
  /** The client's address, for rate limits only: never store it. */
  address: string;
  /** The session cookie's value. */
  token: string | undefined;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
}

export interface RouteSpec<
  A extends Access = Access,
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
> {
  /** One line for the API documentation. */
  summary: string;
  access: A;
  /** Counted per client. Required for public routes, or `null` for one that monitoring calls (health). */
  limit?: RateLimit | null;
  params?: P;
  query?: Q;
  body?: B;
  /** The schema of `data`, or of one item when `isList`. */
  response: z.ZodType;
  isList?: boolean;
  /** Schemas of the properties of a list response beside `data` and `pagination`. */
  extra?: Record<string, z.ZodType>;
  status?: number;
  /** Seconds for which a shared cache may store the response; browsers revalidate each time. Without it no cache may store it. */
  cacheSeconds?: number;
  /** Default: 64 KB. A request whose Content-Length is larger is refused before any other check. */
  maxBodyBytes?: number;
  /** Makes the route accept plain HTML forms, for browsers without JavaScript. */
  form?: FormResponses;
  /** Also accepts JSON as `text/plain`, the type of a text that a page sends with `navigator.sendBeacon`. */
  acceptsBeacon?: true;
  /** True for requests that skip the same-origin check because they carry a signed link. The response is JSON. */
  allowCrossOrigin?: (request: NextRequest) => boolean;
  /** The body is multipart with one file in its field `file`; `handle` reads it. */
  acceptsFile?: true;
  /** The response holds a secret, so it is not stored for a repeated Idempotency-Key. */
  isSecret?: boolean;
  /** Cache tags to invalidate after the handler. */
  invalidates?: readonly CacheTag[];
  /** Finds problems (field → message) beyond those of the body's schema, so that one response lists all of them. */
  findMoreProblems?(input: {
    params: Parsed<P>;
    refused: RefusedBody<Parsed<B>>;
  }): Promise<Readonly<Record<string, string>>>;
  handle(input: Input<A, P, Q, B>): Promise<unknown>;
}

const DEFAULT_MAX_BYTES = 64 * 1024;

interface RequestContext {
  requestId: string;
  locale: Locale;
  isCrossOriginAllowed: boolean;
  readBody: () => Promise<unknown>;
  /** Set when a browser posted a plain HTML form. */
  posted: { fields: () => Promise<FormFields>; responses: FormResponses } | undefined;
}

type RouteParams = Promise<Record<string, string | string[] | undefined>>;
type NextRouteContext = { params: RouteParams };

/**
 * Builds a route handler that runs, in this order: request id, body size, same-origin check, rate limit, session and permission,
 * parsing, Idempotency-Key, `handle`, cache invalidation, envelope.
 */
export function defineRoute<
  A extends Access,
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(spec: RouteSpec<A, P, Q, B>) {
  async function route(request: NextRequest, { params }: NextRouteContext): Promise<Response> {
    const startedAt = performance.now();
    const requestId = `req_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
    const locale = parseAcceptLanguage(request.headers.get("accept-language"));
    const context = buildRequestContext(spec as unknown as RouteSpec, request, requestId, locale);
    let failure: AppError | undefined;
    const response = await respond(spec, request, params, context).catch((thrown) => {
      failure = toAppError(thrown);
      return respondWithError(failure, context);
    });
    // On an open connection the server would receive the rest of the body and discard it.
    if (hasUnreadBody(request)) response.headers.set("connection", "close");
    logRequest(request, response.status, requestId, startedAt, failure);
    return response;
  }
  return Object.assign(route, { spec: spec as unknown as RouteSpec });
}

async function respond<A extends Access, P extends Schema, Q extends Schema, B extends Schema>(
  spec: RouteSpec<A, P, Q, B>,
  request: NextRequest,
  routeParams: RouteParams,
  { requestId, locale, isCrossOriginAllowed, readBody, posted }: RequestContext,
): Promise<Response> {
  assertBodySize(spec as unknown as RouteSpec, request);
  if (!isCrossOriginAllowed) assertSource(spec.access, request, spec.acceptsBeacon);
  const address = getClientAddress(request.headers);
  if (spec.limit) await enforceRateLimit(spec.limit, address);
  const origin = buildOrigin(requestId, address, request.headers.get("user-agent"));
  const token = request.cookies.get(SESSION_COOKIE)?.value;
  const actor = await authorize(spec.access, request, token, origin);
  const params = parse(spec.params, locale, readParams(await routeParams));
  const query = parse(spec.query, locale, readQuery(request.nextUrl.searchParams));
  const body = spec.body
    ? await parseBody(spec as unknown as RouteSpec, locale, await readBody(), params)
    : undefined;
  const input = { request, actor, origin, address, token, params, query, body };
  const handle = () => spec.handle(input as Input<A, P, Q, B>);
  const isRepeatable = !spec.isSecret && !spec.acceptsFile;
  // Also after a failure: the handler may have committed a change before it failed.
  const result = await (isRepeatable
    ? withIdempotencyKey(request, actor, body, handle)
    : handle()
  ).finally(() => invalidate(spec.invalidates ?? []));
  if (result instanceof Response) {
    result.headers.set("x-request-id", requestId);
    return result;
  }
  if (posted) return seeOther(posted.responses.done(result, await posted.fields()), requestId);
  const cookies = result instanceof ResponseWithCookies ? result.cookies : [];
  const content = result instanceof ResponseWithCookies ? result.result : result;
  const status = spec.status ?? 200;
  const response = jsonResponse(request, content, requestId, status, spec.cacheSeconds);
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

function buildRequestContext(
  { form: responses, allowCrossOrigin, acceptsBeacon, maxBodyBytes = DEFAULT_MAX_BYTES }: RouteSpec,
  request: NextRequest,
  requestId: string,
  locale: Locale,
): RequestContext {
  const isCrossOriginAllowed = allowCrossOrigin?.(request) ?? false;
  const common = { requestId, locale, isCrossOriginAllowed };
  if (!responses || !isFormPost(request)) {
    const readBody = () => readJson(request, maxBodyBytes, { acceptsBeacon });
    return { ...common, readBody, posted: undefined };
  }
  const fields = createFormReader(request, maxBodyBytes);
  const posted = isCrossOriginAllowed ? undefined : { fields, responses };
  return { ...common, readBody: fields, posted };
}

/** A cross-site form post gets JSON: a page of the shop would show the values that the other site sent. */
async function respondWithError(
  failure: AppError,
  { requestId, locale, posted }: RequestContext,
): Promise<Response> {
  if (!posted || failure.code === "FORBIDDEN") return jsonErrorResponse(failure, requestId, locale);
  const page = posted.responses.refusalPages[failure.code];
  if (page) return respondWithPlainPage(page, failure, requestId);
  const fields = await posted.fields().catch(() => ({}));
  return seeOther(posted.responses.failed(failure, fields), requestId);
}

/** For file routes `withUploadedFile` checks the size, with a limit of its own. */
function assertBodySize({ acceptsFile, maxBodyBytes }: RouteSpec, request: NextRequest): void {
  if (acceptsFile) return;
  assertDeclaredSize(request, { maxBytes: maxBodyBytes ?? DEFAULT_MAX_BYTES });
}

function assertSource(access: Access, request: NextRequest, acceptsBeacon = false): void {
  if (access === "webhook") assertNotBrowser(request);
  else assertSameOrigin(request, { acceptsBeacon });
}

async function authorize(
  access: Access,
  request: NextRequest,
  token: string | undefined,
  origin: Origin,
): Promise<Actor | null> {
  if (access === "public" || access === "webhook") return null;
  if (access === "cron") return requireCronSecret(request);
  return requireActor(token, access === "signed-in" ? null : access, origin);
}

function logRequest(
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
