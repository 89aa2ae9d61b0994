import "server-only";
import { createHash } from "node:crypto";
import { access, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { MailError } from "./mail-error";
import type { Mail } from "./message";
import { type Transport, toNodemailerMessage } from "./transport";

/** Builds messages without sending them. */
const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });

/** Writes each message to an `.eml` file under DATA_DIR/outbox, for installations and tests without a mail service. */
export const localTransport: Transport = {
  name: "local",
  isThrottled: false,
  supportsIdempotencyKeys: true,
  maxBatchSize: 100,
  send: storeMail,
  sendBatch: async (mails, key) => {
    const names: string[] = [];
    // By recipient, not by index: a repeated batch may lack a recipient.
    for (const mail of mails) names.push(await storeMail(mail, toBatchItemKey(key, mail.to)));
    return names;
  },
};

const folder = join(env.DATA_DIR, "outbox");

/** Deletes the files of mails to `recipient`: by the keys of single mails, and by those of batches. */
export async function deleteLocalMails(
  recipient: string,
  { keys, batchKeys }: { keys: readonly string[]; batchKeys: readonly string[] },
): Promise<void> {
  for (const key of [...keys, ...batchKeys.map((batch) => toBatchItemKey(batch, recipient))]) {
    await rm(join(folder, fileName(key)), { force: true });
  }
}

/** Deletes files last written before `before`. */
export async function deleteLocalMailsBefore(before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const isOld = await stat(file).then(
      ({ mtime }) => mtime < before,
      () => false,
    );
    if (isOld && /\.eml(\.part)?$/.test(name)) await rm(file, { force: true });
  }
}

function toBatchItemKey(key: string, recipient: string): string {
  return `${key}/${digest(recipient)}`;
}

async function storeMail(mail: Mail, key: string): Promise<string> {
  const name = fileName(key);
  const file = join(folder, name);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (await exists(file)) return name;
    const { message } = await composer.sendMail(toNodemailerMessage(mail, key));
    await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
  } catch (cause) {
    throw new MailError("retry", "Le message ne peut pas être écrit sur le disque.", { cause });
  }
  return name;
}

/** Derived from the idempotency key, so that a repeated call creates no second file. */
function fileName(key: string): string {
  return `${key.replaceAll(/[^\w.-]+/g, "-").slice(0, 80)}-${digest(key)}.eml`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
