import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { NextRequest } from "next/server";
import type { Prisma } from "@/generated/prisma/client";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";

const Key = /^[\w-]{8,100}$/;
const WAITS = 12;
const WAIT_MS = 250;

/**
 * Runs a post that carries an Idempotency-Key once: the same one again is answered as the first was.
 * @throws UNPROCESSABLE where the key came with another request, CONFLICT while the first still runs
 */
export async function withIdempotencyKey(
  request: NextRequest,
  actor: Actor | null,
  body: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers.get("idempotency-key");
  if (key === null || actor === null || request.method !== "POST") return work();
  if (!Key.test(key)) {
    throw new AppError("VALIDATION_ERROR", {
      details: { "Idempotency-Key": "8–100 [A-Za-z0-9_-]" },
    });
  }
  const signature = createHash("sha256")
    .update(`${request.nextUrl.pathname}${request.nextUrl.search}\n${JSON.stringify(body ?? null)}`)
    .digest("hex");
  if (!(await claim(actor.id, key, signature))) return earlierAnswer(actor.id, key, signature);
  return keepAnswer(actor.id, key, work);
}

/** A claim without an answer after a minute belonged to a process that died. */
async function claim(userId: string, key: string, request: string): Promise<boolean> {
  const claimed = await db.$queryRaw<unknown[]>`
    INSERT INTO "IdempotencyKey" AS k ("userId", "key", "request") VALUES (${userId}, ${key}, ${request})
    ON CONFLICT ("userId", "key") DO UPDATE SET "createdAt" = now()
      WHERE k."status" IS NULL AND k."request" = ${request} AND k."createdAt" < now() - interval '1 minute'
    RETURNING 1`;
  return claimed.length > 0;
}

async function keepAnswer(userId: string, key: string, work: () => Promise<unknown>) {
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

async function earlierAnswer(userId: string, key: string, request: string): Promise<unknown> {
  for (let wait = 0; wait < WAITS; wait++) {
    const earlier = await db.idempotencyKey.findUnique({ where: { userId_key: { userId, key } } });
    if (earlier && earlier.request !== request) throw new AppError("UNPROCESSABLE");
    if (earlier?.status) return earlier.answer;
    await pause(WAIT_MS);
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
