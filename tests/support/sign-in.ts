import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { TOTP } from "otpauth";
import { POST as login } from "@/app/api/auth/login/route";
import { PATCH as confirm, POST as prepare } from "@/app/api/auth/totp/route";
import { db } from "@/lib/db";
import { call } from "./call";
import { PASSWORD, signInAs } from "./staff";

let client = 0;

/** Returns an IP address that is unique within the file. */
export function newIpAddress(): string {
  client++;
  return `198.51.${Math.floor(client / 250)}.${(client % 250) + 1}`;
}

export function forwardedFor(address: string) {
  return { "x-forwarded-for": address };
}

interface SignInAttempt {
  username: string;
  password?: string;
  rememberMe?: boolean;
  address?: string;
  /** The cookie of a known browser. */
  cookie?: string;
}

/** Posts the sign-in form, from a new IP address by default. */
export function attemptSignIn({ address = newIpAddress(), cookie = "", ...fields }: SignInAttempt) {
  const headers = { ...forwardedFor(address), cookie };
  return call(login, { method: "POST", headers, body: { password: PASSWORD, ...fields } });
}

/** Parses the Set-Cookie headers into name → whole line. */
export function parseSetCookies(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers.getSetCookie().map((line) => [line.split("=")[0], line]));
}

/** Converts a Set-Cookie line to the Cookie header of the next request. */
export function toCookieHeader(line: string | undefined): string {
  return line?.split(";")[0] ?? "";
}

export function createTotp(secret: string) {
  return new TOTP({ secret, algorithm: "SHA1", digits: 6, period: 30 });
}

/** Enables the second factor of a user, as their account page does. */
export async function addSecondFactor(userId: string) {
  const as = await signInAs(userId);
  const prepared = await call(prepare, {
    method: "POST",
    as,
    headers: forwardedFor(newIpAddress()),
    body: { currentPassword: PASSWORD },
  });
  const { secret, qrCode } = prepared.body?.data ?? {};
  const totp = createTotp(secret);
  const confirmed = await call(confirm, {
    method: "PATCH",
    as,
    headers: forwardedFor(newIpAddress()),
    body: { code: totp.generate() },
  });
  const recoveryCodes: string[] = confirmed.body?.data.recoveryCodes;
  // The confirmation code is used up; the next one is valid in 30 seconds.
  const next = () => totp.generate({ timestamp: Date.now() + 30_000 });
  return { secret: secret as string, qrCode, recoveryCodes, totp, next, as };
}

/** Reads the messages of the local transport, oldest first. */
export function readSentMails(): string[] {
  const folder = join(process.env.DATA_DIR ?? "", "outbox");
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(".eml"))
      .map((file) => ({ file, at: statSync(join(folder, file), { bigint: true }).mtimeNs }))
      .toSorted((a, b) => Number(a.at - b.at))
      .map(({ file }) => readFileSync(join(folder, file), "utf8"));
  } catch {
    return [];
  }
}

/** Returns every row of every table as text, like a stolen database dump. */
export async function dumpDatabase(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const parts: string[] = [];
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT t::text AS row FROM "${name}" t`,
    );
    parts.push(...rows.map(({ row }) => row));
  }
  return parts.join("\n");
}
