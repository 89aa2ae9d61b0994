import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { type Actor, type Origin, originOf, requireActor } from "@/lib/auth/actor";
import { SESSION_COOKIE } from "@/lib/auth/lucia";
import type { Permission } from "@/lib/auth/permissions";
import { type CacheTag, invalidate } from "@/lib/cache/cache";
import { type AppError, ERRORS, toAppError } from "@/lib/errors";
import { type Locale, localeFrom } from "@/lib/i18n/locale";
import { log } from "@/lib/log";
import { enforceRateLimit, type RateLimit } from "@/lib/rate-limit";
import type { RefusedBody } from "@/lib/refused-body";
import { assertDeclaredSize, hasUnreadBody } from "./body";
import {
  type FormAnswers,
  type FormFields,
  formReader,
  formRefusal,
  isFormPost,
  seeOther,
} from "./form-post";
import { onceOnly } from "./idempotency";
import { parse, parseBody } from "./parse-input";
import {
  assertCron,
  assertMachine,
  assertSameOrigin,
  clientAddress,
  readJson,
  readParams,
  readQuery,
} from "./request";
import { CookieAnswer, jsonAnswer, jsonFailure } from "./respond";

/** `signed-in` is any member of staff; `cron` is whoever holds CRON_SECRET; a `webhook` checks its signature itself. */
export type Access = "public" | "signed-in" | "cron" | "webhook" | Permission;
type ActorOf<A extends Access> = A extends "public" | "cron" | "webhook" ? null : Actor;

type Schema = z.ZodType | undefined;
type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

interface Input<A extends Access, P, Q, B> {
  request: NextRequest;
  actor: ActorOf<A>;
  /** From where the request came; `address` is for counting only, and kept nowhere. */
  origin: Origin;
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
  /** One line for people, in the API's documentation. */
  summary: string;
  /** Who may come in. */
  access: A;
  /** Counted per client. Public routes need one, unless a machine asks (health: `null`). */
  limit?: RateLimit | null;
  params?: P;
  query?: Q;
  body?: B;
  /** The shape of `data`; of one item where `isList`. */
  answers: z.ZodType;
  isList?: boolean;
  /** What a list carries beside `data` and `pagination`. */
  extra?: Record<string, z.ZodType>;
  status?: number;
  /** Seconds for which a shared cache in front may keep the answer, and browsers only if they ask again. Without it nobody may. */
  cacheSeconds?: number;
  /** 64 KB where nothing is said. A longer announced body is refused before anything else is done. */
  maxBodyBytes?: number;
  /** Plain forms may post here too, for pages without JavaScript. */
  form?: FormAnswers;
  /** Posts that a machine may send from anywhere, for they carry their own proof: a signed link. Answered as JSON. */
  fromAnywhere?: (request: NextRequest) => boolean;
  /** The body is a form with one file in its field `file`, which `handle` reads itself. */
  takesFile?: true;
  /** Its answer holds a secret: it is never kept for a repeated Idempotency-Key. */
  isSecret?: boolean;
  /** Storefront caches that this change makes stale. */
  invalidates?: readonly CacheTag[];
  /** Field → problem, beside what the schema of the body refused: so that one answer names everything that is wrong. */
  findMoreProblems?(input: {
    params: Parsed<P>;
    refused: RefusedBody<Parsed<B>>;
  }): Promise<Readonly<Record<string, string>>>;
  handle(input: Input<A, P, Q, B>): Promise<unknown>;
}

const DEFAULT_MAX_BODY_BYTES = 64 * 1024;

/** What belongs to one request on its way through. */
interface Passage {
  requestId: string;
  locale: Locale;
  isFromAnywhere: boolean;
  readBody: () => Promise<unknown>;
  /** A plain form that a browser posted, and how the route answers it. */
  posted: { fields: () => Promise<FormFields>; answers: FormAnswers } | undefined;
}

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** Builds a route handler: request id, announced size, same-origin check, rate limit, session and permission, parsing, handler, invalidation, envelope, in that order. */
export function defineRoute<
  A extends Access,
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(spec: RouteSpec<A, P, Q, B>) {
  async function route(request: NextRequest, context: RouteContext): Promise<Response> {
    const startedAt = performance.now();
    const requestId = `req_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
    const locale = localeFrom(request.headers.get("accept-language"));
    const passage = passageOf(spec, request, requestId, locale);
    let failure: AppError | undefined;
    const response = await answer(spec, request, context, passage).catch((thrown) => {
      failure = toAppError(thrown);
      return refusal(failure, passage);
    });
    // Otherwise the server would take in the rest, only to throw it away.
    if (hasUnreadBody(request)) response.headers.set("connection", "close");
    report(request, response.status, requestId, startedAt, failure);
    return response;
  }
  return Object.assign(route, { spec: spec as unknown as RouteSpec });
}

async function answer<A extends Access, P extends Schema, Q extends Schema, B extends Schema>(
  spec: RouteSpec<A, P, Q, B>,
  request: NextRequest,
  context: RouteContext,
  { requestId, locale, isFromAnywhere, readBody, posted }: Passage,
): Promise<Response> {
  assertAnnouncedSize(spec as unknown as RouteSpec, request);
  if (!isFromAnywhere) assertSource(spec.access, request);
  const address = clientAddress(request.headers);
  if (spec.limit) await enforceRateLimit(spec.limit, address);
  const origin = originOf(requestId, address, request.headers.get("user-agent"));
  const token = request.cookies.get(SESSION_COOKIE)?.value;
  const actor = await admit(spec.access, request, token, origin);
  const params = parse(spec.params, locale, readParams(await context.params));
  const query = parse(spec.query, locale, readQuery(request.nextUrl.searchParams));
  const body = spec.body
    ? await parseBody(spec as unknown as RouteSpec, locale, await readBody(), params)
    : undefined;
  const input = { request, actor, origin, address, token, params, query, body };
  const handle = () => spec.handle(input as Input<A, P, Q, B>);
  const isOnce = !spec.isSecret && !spec.takesFile;
  // Also after a failure: what came before it may be committed.
  const result = await (isOnce ? onceOnly(request, actor, body, handle) : handle()).finally(() =>
    invalidate(spec.invalidates ?? []),
  );
  if (result instanceof Response) {
    result.headers.set("x-request-id", requestId);
    return result;
  }
  if (posted) return seeOther(posted.answers.done(result, await posted.fields()), requestId);
  const cookies = result instanceof CookieAnswer ? result.cookies : [];
  const content = result instanceof CookieAnswer ? result.result : result;
  const status = spec.status ?? 200;
  const response = jsonAnswer(request, content, requestId, status, spec.cacheSeconds);
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

function passageOf<A extends Access, P extends Schema, Q extends Schema, B extends Schema>(
  { form: answers, fromAnywhere, maxBodyBytes = DEFAULT_MAX_BODY_BYTES }: RouteSpec<A, P, Q, B>,
  request: NextRequest,
  requestId: string,
  locale: Locale,
): Passage {
  const isFromAnywhere = fromAnywhere?.(request) ?? false;
  const common = { requestId, locale, isFromAnywhere };
  if (!answers || !isFormPost(request)) {
    return { ...common, readBody: () => readJson(request, maxBodyBytes), posted: undefined };
  }
  const fields = formReader(request, maxBodyBytes);
  return { ...common, readBody: fields, posted: isFromAnywhere ? undefined : { fields, answers } };
}

/** Whoever posts from another site is told so plainly: a page of ours would show what they had typed. */
async function refusal(
  failure: AppError,
  { requestId, locale, posted }: Passage,
): Promise<Response> {
  if (!posted || failure.code === "FORBIDDEN") return jsonFailure(failure, requestId, locale);
  const page = formRefusal(failure, requestId);
  if (page) return page;
  const fields = await posted.fields().catch(() => ({}));
  return seeOther(posted.answers.failed(failure, fields), requestId);
}

/** Files are checked by `withUploadedFile`, which says how large a file may be. */
function assertAnnouncedSize({ takesFile, maxBodyBytes }: RouteSpec, request: NextRequest): void {
  if (takesFile) return;
  assertDeclaredSize(request, { maxBytes: maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES });
}

function assertSource(access: Access, request: NextRequest): void {
  if (access === "webhook") assertMachine(request);
  else assertSameOrigin(request);
}

async function admit(
  access: Access,
  request: NextRequest,
  token: string | undefined,
  origin: Origin,
): Promise<Actor | null> {
  if (access === "public" || access === "webhook") return null;
  if (access === "cron") return assertCron(request);
  return requireActor(token, access === "signed-in" ? null : access, origin);
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
