import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { TOTP } from "otpauth";
import { POST as login } from "@/app/api/auth/login/route";
import { PATCH as confirm, POST as prepare } from "@/app/api/auth/totp/route";
import { db } from "@/lib/db";
import { call } from "./call";
import { PASSWORD, signInAs } from "./staff";

let client = 0;

/** An address that nobody else in this file came from. */
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
  /** Of a browser that has been here before. */
  cookie?: string;
}

/** Tries to sign in the way the form does, from an address of its own unless told otherwise. */
export function attemptSignIn({ address = newIpAddress(), cookie = "", ...fields }: SignInAttempt) {
  const headers = { ...forwardedFor(address), cookie };
  return call(login, { method: "POST", headers, body: { password: PASSWORD, ...fields } });
}

/** The cookies that an answer sets, each as name → the whole line. */
export function parseSetCookies(headers: Headers): Record<string, string> {
  return Object.fromEntries(headers.getSetCookie().map((line) => [line.split("=")[0], line]));
}

/** What the browser sends back of a cookie. */
export function toCookieHeader(line: string | undefined): string {
  return line?.split(";")[0] ?? "";
}

export function createTotp(secret: string) {
  return new TOTP({ secret, algorithm: "SHA1", digits: 6, period: 30 });
}

/** Switches the second factor of a member of staff on, as their account page does. */
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
  // The code that proved it is spent; the next is half a minute away.
  const next = () => totp.generate({ timestamp: Date.now() + 30_000 });
  return { secret: secret as string, qrCode, recoveryCodes, totp, next, as };
}

/** The messages of the local transport, the oldest first. */
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

/** Every row of every table as text: what somebody holds who stole a dump. */
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
