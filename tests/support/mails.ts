import { randomUUID } from "node:crypto";
import { enqueueMail } from "@/domain/outbox/enqueue";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";

/** A queued mail with a sealed link, unless told otherwise. */
export async function buildMail(fields: Prisma.OutboxEmailUpdateInput = {}) {
  const key = randomUUID();
  const { id } = await enqueueMail(db, {
    template: "password-reset",
    to: `m-${key.slice(0, 8)}@shop.test`,
    locale: "FR",
    idempotencyKey: `test:${key}`,
    props: { username: "fatima" },
    secret: { link: `https://shop.test/lien?token=${key}` },
  });
  return db.outboxEmail.update({ where: { id }, data: fields });
}

export function findMail(id: string) {
  return db.outboxEmail.findUniqueOrThrow({ where: { id } });
}
