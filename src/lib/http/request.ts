import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import proxyaddr from "proxy-addr";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { withBody } from "./body";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Rejects a state-changing request that a page of another site could have sent. Browsers set Sec-Fetch-Site themselves; Origin is the
 * fallback for older ones, and its value `null` is rejected.
 * @throws FORBIDDEN
 */
export function assertSameOrigin(request: Request, { acceptsBeacon = false } = {}): void {
  if (SAFE_METHODS.has(request.method)) return;
  // A form of another site can send JSON as text/plain.
  if (!acceptsBeacon && getMediaType(request) === "text/plain") throw new AppError("FORBIDDEN");
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin") return;
  const origin = request.headers.get("origin");
  if (site === null && origin !== null && parseHost(origin) === request.headers.get("host")) return;
  throw new AppError("FORBIDDEN");
}

/** Rejects requests of browsers to webhooks. @throws FORBIDDEN */
export function assertNotBrowser(request: Request): void {
  const { headers } = request;
  if (headers.has("sec-fetch-site") || headers.has("origin")) throw new AppError("FORBIDDEN");
}

function parseHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Some proxies write `192.0.2.1:4711` or `[2001:db8::1]:4711`. */
const PORT = /^(?:([\d.]+):\d+|\[([^\]]*)\](?::\d+)?)$/;

/**
 * Returns the client's address for rate limits: TRUSTED_PROXIES hops to the left of the socket's address, which the node server
 * (`_front/node-server.ts`) appends to X-Forwarded-For, so that a client cannot forge the right end. IPv6 addresses are cut to their /64.
 * Malformed addresses are all "unknown", so that a client cannot become a new one by writing another.
 */
export function getClientAddress(headers: Headers): string {
  const hops = { "x-forwarded-for": headers.get("x-forwarded-for") ?? undefined };
  // proxy-addr counts the socket as hop 0 and the right end of the header as hop 1.
  const request = { headers: hops, socket: {} } as unknown as IncomingMessage;
  const hop = proxyaddr(request, (_, index) => index <= env.TRUSTED_PROXIES);
  const address =
    PORT.exec(hop ?? "")
      ?.slice(1)
      .find(Boolean) ?? hop;
  // ipaddr.js alone also accepts IPv4 addresses with octal and hexadecimal parts, or with fewer than four.
  if (isIP(address ?? "") === 0 || !ipaddr.isValid(address)) return "unknown";
  return toNetwork(ipaddr.process(address));
}

function toNetwork(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address.kind() === "ipv4") return address.toString();
  const groups = (address as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${groups.join(":")}::/64`;
}

export function getMediaType(request: Request): string | undefined {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
}

/** @throws UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, or VALIDATION_ERROR for a body that is not JSON */
export async function readJson(
  request: Request,
  maxBytes: number,
  { acceptsBeacon = false } = {},
): Promise<unknown> {
  const type = getMediaType(request);
  const isBeacon = acceptsBeacon && type === "text/plain";
  if (type !== "application/json" && !isBeacon) throw new AppError("UNSUPPORTED_MEDIA_TYPE");
  return assertStorable(parseJson(await readText(request, maxBytes)));
}

/** @throws PAYLOAD_TOO_LARGE above `maxBytes` */
export function readText(request: Request, maxBytes: number): Promise<string> {
  return withBody(request, { maxBytes }, (bytes) => new TextDecoder().decode(bytes));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("VALIDATION_ERROR", { details: { _: "JSON" }, cause });
  }
}

const MAX_DEPTH = 40;

/** PostgreSQL stores neither NUL nor a lone surrogate, in text or in JSON. @throws VALIDATION_ERROR with the field's path */
export function assertStorable<T>(value: T, path: string[] = []): T {
  if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) {
    const details = { [path.join(".") || "_"]: "Ce caractère n'est pas accepté." };
    throw new AppError("VALIDATION_ERROR", { details });
  }
  if (typeof value === "object" && value !== null) {
    if (path.length > MAX_DEPTH) throw new AppError("VALIDATION_ERROR", { details: { _: "JSON" } });
    for (const [name, inner] of Object.entries(value)) {
      assertStorable(name, [...path, "_"]);
      assertStorable(inner, [...path, name]);
    }
  }
  return value;
}

/** Decodes the path parameters, which Next passes percent-encoded. */
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
 * Query parameters as input for Zod: a repeated one is an array, `option[Couleur]=Blanc` becomes `{ option: { Couleur: ["Blanc"] } }`.
 * @throws VALIDATION_ERROR for NUL, which PostgreSQL cannot store
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

/** Compares hashes, so that the time taken reveals neither the length nor a prefix of CRON_SECRET. */
export function hasCronSecret(request: Request): boolean {
  const given = request.headers.get("authorization");
  if (!env.CRON_SECRET || !given) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(`Bearer ${env.CRON_SECRET}`));
}

/** @throws UNAUTHORIZED unless the request's bearer token is CRON_SECRET */
export function requireCronSecret(request: Request): null {
  if (!hasCronSecret(request)) throw new AppError("UNAUTHORIZED");
  return null;
}
