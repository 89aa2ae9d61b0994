import { randomUUID } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";

const unique = () => randomUUID().slice(0, 8);

/** Creates a new, unread message by default. */
export async function buildMessage(
  fields: Partial<Prisma.ContactMessageUncheckedCreateInput> & { email?: string } = {},
) {
  const id = unique();
  const { email = `cliente-${id}@exemple.ma` } = fields;
  const row = await db.contactMessage.create({
    data: {
      name: "Fatima Alaoui",
      email,
      subject: `Question ${id}`,
      message: "Bonjour, livrez-vous à Zagora ?",
      ...fields,
    },
  });
  return { ...row, email };
}

/** Creates a message of a customer without an e-mail address. */
export function buildPhoneMessage(fields: Partial<Prisma.ContactMessageUncheckedCreateInput> = {}) {
  return db.contactMessage.create({
    data: {
      name: "Youssef",
      phone: "+212 661 23 45 67",
      message: "Rappelez-moi pour le zellige.",
      ...fields,
    },
  });
}

/** Creates many messages, each a minute older than the one before. */
export async function buildMessages(
  count: number,
  fields: Partial<Prisma.ContactMessageCreateManyInput> = {},
) {
  const run = unique();
  await db.contactMessage.createMany({
    data: Array.from({ length: count }, (_, i) => ({
      name: `Client ${run} ${i}`,
      email: `client-${run}-${i}@exemple.ma`,
      message: `Message ${run} ${i}`,
      createdAt: new Date(Date.now() - i * 60_000),
      ...fields,
    })),
  });
}

export function buildCannedReply(fields: Partial<Prisma.CannedReplyCreateInput> = {}) {
  return db.cannedReply.create({
    data: { title: `Livraison ${unique()}`, body: "Bonjour {{prenom}}, nous livrons.", ...fields },
  });
}
