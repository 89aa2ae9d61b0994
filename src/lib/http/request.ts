import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { withBody } from "./body";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a state-changing request that another site's page could have sent.
 * Browsers set Sec-Fetch-Site themselves; Origin is the fallback for older ones. `null` is nobody's origin.
 */
export function assertSameOrigin(request: Request): void {
  if (SAFE_METHODS.has(request.method)) return;
  // The one body type with which a foreign form can carry JSON.
  if (getMediaType(request) === "text/plain") throw new AppError("FORBIDDEN");
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin") return;
  const origin = request.headers.get("origin");
  if (site === null && origin !== null && hostOf(origin) === request.headers.get("host")) return;
  throw new AppError("FORBIDDEN");
}

/** For machines that sign what they send: a browser is none, whatever page it shows. */
export function assertNotBrowser(request: Request): void {
  const { headers } = request;
  if (headers.has("sec-fetch-site") || headers.has("origin")) throw new AppError("FORBIDDEN");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * The address to count requests by: the right-most hop that is not one of our own proxies.
 * `src/instrumentation.ts` appends the socket's address, so what a client forges never stands at the right.
 * IPv6 clients own a /64, and are counted by it.
 */
export function getClientAddress(headers: Headers): string {
  const hops = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  const address = hops.at(-1 - env.TRUSTED_PROXIES) ?? hops[0] ?? "unknown";
  return networkOf(address.replace(/^::ffff:(?=\d+\.)/i, ""));
}

function networkOf(address: string): string {
  if (!address.includes(":")) return address.slice(0, 45);
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail?.split(":").filter(Boolean) ?? [];
  const groups = [
    ...before,
    ...Array(Math.max(0, 8 - before.length - after.length)).fill("0"),
    ...after,
  ];
  return `${groups.slice(0, 4).join(":")}::/64`.slice(0, 45);
}

export function getMediaType(request: Request): string | undefined {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
}

/** The body as JSON. 415 for another type, 413 above `maxBytes`, 400 for what is not JSON. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (getMediaType(request) !== "application/json") throw new AppError("UNSUPPORTED_MEDIA_TYPE");
  return assertStorable(parsed(await readText(request, maxBytes)));
}

/** The body as text. @throws PAYLOAD_TOO_LARGE above `maxBytes` */
export function readText(request: Request, maxBytes: number): Promise<string> {
  return withBody(request, { maxBytes }, (bytes) => new TextDecoder().decode(bytes));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("VALIDATION_ERROR", { details: { _: "JSON" }, cause });
  }
}

const DEEPEST = 40;

/** PostgreSQL holds neither NUL nor half a surrogate pair, in text or in JSON. @throws VALIDATION_ERROR naming the field */
export function assertStorable<T>(value: T, path: string[] = []): T {
  if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) {
    const details = { [path.join(".") || "_"]: "Ce caractère n'est pas accepté." };
    throw new AppError("VALIDATION_ERROR", { details });
  }
  if (typeof value === "object" && value !== null) {
    if (path.length > DEEPEST) throw new AppError("VALIDATION_ERROR", { details: { _: "JSON" } });
    for (const [name, inner] of Object.entries(value)) {
      assertStorable(name, [...path, "_"]);
      assertStorable(inner, [...path, name]);
    }
  }
  return value;
}

/** The path parameters, decoded: Next hands them over as they stand in the address. */
export function readParams(params: Record<string, string | string[] | undefined> | undefined) {
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

/**
 * Query parameters as Zod sees them: a repeated one is a list, `option[Couleur]=Blanc` becomes `{ option: { Couleur: ["Blanc"] } }`.
 * NUL bytes are refused here: PostgreSQL cannot hold them.
 */
export function readQuery(parameters: URLSearchParams): Record<string, unknown> {
  const query = new Map<string, unknown>();
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    assertNoNul(name, values);
    const [, group, key] = /^(\w+)\[(.+)\]$/s.exec(name) ?? [];
    if (group && key) {
      const entries = query.get(group);
      query.set(group, { ...(typeof entries === "object" ? entries : {}), [key]: values });
    } else {
      query.set(name, values.length > 1 ? values : values[0]);
    }
  }
  return Object.fromEntries(query);
}

function assertNoNul(name: string, values: string[]): void {
  if ([name, ...values].some((text) => text.includes("\0"))) {
    throw new AppError("VALIDATION_ERROR", { details: { [name.replaceAll("\0", "")]: "NUL" } });
  }
}

/** Whether the caller holds CRON_SECRET. Hashed first, so that neither length nor prefix shows in the time taken. */
export function hasCronSecret(request: Request): boolean {
  const given = request.headers.get("authorization");
  if (!env.CRON_SECRET || !given) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(`Bearer ${env.CRON_SECRET}`));
}

/** @throws UNAUTHORIZED for whoever does not hold CRON_SECRET */
export function requireCronSecret(request: Request): null {
  if (!hasCronSecret(request)) throw new AppError("UNAUTHORIZED");
  return null;
}
