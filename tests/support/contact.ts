import { randomUUID } from "node:crypto";
import { simpleParser } from "mailparser";
import { POST } from "@/app/api/public/contact/route";
import { createFormToken } from "@/domain/messaging/contact/form-token";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import { call } from "./call";
import { forwardedFor, newIpAddress, readSentMails } from "./sign-in";

/** A token of a form that was opened this many seconds ago. */
export const buildFormToken = (seconds: number) => createFormToken(Date.now() - seconds * 1000);

/** What the form sends of a customer of its own, unless told otherwise. */
export function buildContactFields(fields: Record<string, unknown> = {}) {
  const id = randomUUID().slice(0, 8);
  return {
    name: "Fatima Aït Ali",
    email: `c-${id}@client.test`,
    message: `Bonjour, avez-vous du zellige vert pour ${toLetters(id)} ?`,
    formToken: buildFormToken(60),
    submissionKey: randomUUID(),
    ...fields,
  };
}

/** Texts that differ in figures only are the same text. */
export function toLetters(id: string): string {
  return id.replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));
}

/** Writes to the shop the way its own page does, from an address of its own unless told otherwise. */
export function postContact(
  fields: object,
  headers: Record<string, string> = forwardedFor(newIpAddress()),
) {
  return call(POST, { method: "POST", body: fields, headers });
}

/** As a page without JavaScript posts. */
export function postContactForm(
  fields: Record<string, string> | string,
  headers: Record<string, string> = forwardedFor(newIpAddress()),
) {
  return call(POST, { method: "POST", body: new URLSearchParams(fields), headers });
}

export function listMessagesFrom(email: string) {
  return db.contactMessage.findMany({ where: { email } });
}

/** What was queued because of a message, the notification first. */
export function listQueuedMails(entityId: string) {
  return db.outboxEmail.findMany({ where: { entityId }, orderBy: { template: "asc" } });
}

/** Sends everything and reads the messages whose source holds `text`. */
export async function sendAndFindMails(text: string) {
  await sendDueMails();
  const mails = await Promise.all(
    readSentMails().map(async (source) => ({ source, mail: await simpleParser(source) })),
  );
  return mails.filter(
    ({ source, mail }) => source.includes(text) || mail.text?.includes(text) || false,
  );
}

/** As if an hour had passed: the next messages are announced one by one again. */
export async function resetNotifications(): Promise<void> {
  await db.outboxEmail.deleteMany({ where: { template: "contact-digest" } });
  await db.rateLimit.deleteMany({ where: { key: { startsWith: "contact-notifications:" } } });
}

/** The digests that name a message, or all. */
export async function listDigests() {
  const rows = await db.outboxEmail.findMany({
    where: { template: "contact-digest" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    props: row.props as { items: { id: string; name: string }[]; total: number },
  }));
}
