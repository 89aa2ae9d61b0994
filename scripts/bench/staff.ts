import { createHash, randomBytes } from "node:crypto";
import { withClient } from "../steps/database.mjs";
import { nextClientAddress } from "./client";
import type { ShopSettings } from "./shop";

export interface ApiAnswer<T = unknown> {
  status: number;
  data: T;
  error?: unknown;
  milliseconds: number;
}

export type ApiCall = <T = unknown>(
  method: string,
  path: string,
  body?: object,
) => Promise<ApiAnswer<T>>;

/** Calls the API like the admin does: from the shop's origin, with the session cookie of a user if there is one. */
export function createApiCall(settings: ShopSettings, cookie?: string): ApiCall {
  const origin = settings.NEXT_PUBLIC_APP_URL;
  return async (method, path, body) => {
    const isForm = body instanceof FormData;
    const started = performance.now();
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        origin,
        "x-forwarded-for": nextClientAddress(),
        ...(cookie ? { cookie } : {}),
        ...(body && !isForm ? { "content-type": "application/json" } : {}),
      },
      body: isForm ? body : body && JSON.stringify(body),
    });
    const envelope = await response.json();
    return { status: response.status, ...envelope, milliseconds: performance.now() - started };
  };
}

/** Creates `count` owners with the same password; returns their names and the session cookie of the first. */
export function createOwners(
  databaseUrl: string,
  count: number,
): Promise<{ names: string[]; cookie: string }> {
  return withClient(databaseUrl, async (client) => {
    const { hash } = await import("@node-rs/argon2");
    const password = "un-mot-de-passe-solide";
    const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    const names = Array.from({ length: count }, () => `bench-${randomBytes(6).toString("hex")}`);
    await client.query(
      `INSERT INTO "User" ("id", "username", "email", "passwordHash", "role")
       SELECT name, name, name || '@example.test', $2, 'SUPER_ADMIN' FROM unnest($1::text[]) AS name`,
      [names, passwordHash],
    );
    const token = `d_${randomBytes(20).toString("hex")}`;
    await client.query(
      `INSERT INTO "Session" ("id", "userId", "expiresAt") VALUES ($1, $2, now() + interval '1 day')`,
      [createHash("sha256").update(token).digest("hex"), names[0]],
    );
    return { names, cookie: `session=${token}` };
  });
}
