import { randomUUID } from "node:crypto";
import { simpleParser } from "mailparser";
import { POST } from "@/app/api/public/contact/route";
import { createFormToken } from "@/domain/messaging/contact/form-token";
import { sendDueMails } from "@/domain/outbox/sender-commands";
import { db } from "@/lib/db";
import { call } from "./call";
import { forwardedFor, newIpAddress, readSentMails } from "./sign-in";

/** Builds the token of a form that was opened this many seconds ago. */
export const buildFormToken = (seconds: number) => createFormToken(Date.now() - seconds * 1000);

/** Builds the form fields of a new customer by default. */
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

/** Replaces digits by letters, since the spam check treats texts that differ in digits alone as equal. */
export function toLetters(id: string): string {
  return id.replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));
}

/** Posts a contact message as the shop's page does, from a new IP address by default. */
export function postContact(
  fields: object,
  headers: Record<string, string> = forwardedFor(newIpAddress()),
) {
  return call(POST, { method: "POST", body: fields, headers });
}

/** Posts the form as a page without JavaScript does. */
export function postContactForm(
  fields: Record<string, string> | string,
  headers: Record<string, string> = forwardedFor(newIpAddress()),
) {
  return call(POST, { method: "POST", body: new URLSearchParams(fields), headers });
}

export function listMessagesFrom(email: string) {
  return db.contactMessage.findMany({ where: { email } });
}

/** Lists the mails queued for a message, the notification first. */
export function listQueuedMails(entityId: string) {
  return db.outboxEmail.findMany({ where: { entityId }, orderBy: { template: "asc" } });
}

/** Sends all due mails, and returns the messages that contain `text`. */
export async function sendAndFindMails(text: string) {
  await sendDueMails();
  const mails = await Promise.all(
    readSentMails().map(async (source) => ({ source, mail: await simpleParser(source) })),
  );
  return mails.filter(
    ({ source, mail }) => source.includes(text) || mail.text?.includes(text) || false,
  );
}

/** Resets the hourly notification limit, so that the next messages are announced one by one again. */
export async function resetNotifications(): Promise<void> {
  await db.outboxEmail.deleteMany({ where: { template: "contact-digest" } });
  await db.rateLimit.deleteMany({ where: { key: { startsWith: "contact-notifications:" } } });
}

/** Lists all digests with their props. */
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
