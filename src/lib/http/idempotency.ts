import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { NextRequest } from "next/server";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";

const KEY = /^[\w-]{8,100}$/;
const MAX_POLLS = 12;
const POLL_INTERVAL_MS = 250;

/**
 * Runs a POST with an Idempotency-Key once: a repeated request gets the stored response of the first.
 * @throws UNPROCESSABLE for a key that was used with another request, CONFLICT while the first request is still running
 */
export async function withIdempotencyKey(
  request: NextRequest,
  actor: Actor | null,
  body: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers.get("idempotency-key");
  if (key === null || actor === null || request.method !== "POST") return work();
  if (!KEY.test(key)) {
    throw new AppError("VALIDATION_ERROR", {
      details: { "Idempotency-Key": "8–100 [A-Za-z0-9_-]" },
    });
  }
  const signature = createHash("sha256")
    .update(`${request.nextUrl.pathname}${request.nextUrl.search}\n${JSON.stringify(body ?? null)}`)
    .digest("hex");
  if (!(await claim(actor.id, key, signature))) return waitForResponse(actor.id, key, signature);
  return runAndStore(actor.id, key, work);
}

/** A claim older than a minute without a response belongs to a crashed process and can be taken over. */
async function claim(userId: string, key: string, request: string): Promise<boolean> {
  const claimed = await db.$queryRaw<unknown[]>`
    INSERT INTO "IdempotencyKey" AS k ("userId", "key", "request") VALUES (${userId}, ${key}, ${request})
    ON CONFLICT ("userId", "key") DO UPDATE SET "createdAt" = now()
      WHERE k."status" IS NULL AND k."request" = ${request} AND k."createdAt" < now() - interval '1 minute'
    RETURNING 1`;
  return claimed.length > 0;
}

async function runAndStore(userId: string, key: string, work: () => Promise<unknown>) {
  const result = await work().catch(async (error: unknown) => {
    await db.idempotencyKey.deleteMany({ where: { userId, key } });
    throw error;
  });
  const answer = JSON.parse(JSON.stringify(result ?? null)) as Prisma.InputJsonValue;
  await db.idempotencyKey.update({
    where: { userId_key: { userId, key } },
    data: { status: 200, answer },
  });
  return result;
}

async function waitForResponse(userId: string, key: string, request: string): Promise<unknown> {
  for (let poll = 0; poll < MAX_POLLS; poll++) {
    const earlier = await db.idempotencyKey.findUnique({ where: { userId_key: { userId, key } } });
    if (earlier && earlier.request !== request) throw new AppError("UNPROCESSABLE");
    if (earlier?.status) return earlier.answer;
    await pause(POLL_INTERVAL_MS);
  }
  throw new AppError("CONFLICT", {
    message: "Le même envoi est encore en cours. Réessayez dans un instant.",
    retryAfterSeconds: 2,
  });
}

/** Deletes keys older than a day. Returns the number of rows. */
export function deleteExpiredIdempotencyKeys(): Promise<number> {
  return db.$executeRaw`DELETE FROM "IdempotencyKey" WHERE "createdAt" < now() - interval '1 day'`;
}
