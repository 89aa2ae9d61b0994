import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { appUrl, env } from "./env";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Builds messages, sends none. */
const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });

/** Hands a message over. The local transport keeps each as an `.eml` file under DATA_DIR/outbox. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const from = { name: "Equipement Ouarzazate", address: senderAddress() };
  const { message } = await composer.sendMail({
    from,
    to: { name: "", address: to },
    subject,
    text,
  });
  const folder = join(env.DATA_DIR, "outbox");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${new Date().toISOString().replaceAll(":", "-")}-${randomUUID()}.eml`);
  await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
  await rename(`${file}.part`, file);
}

function senderAddress(): string {
  const { hostname } = new URL(appUrl);
  return hostname.includes(".") ? `magasin@${hostname}` : env.ADMIN_EMAIL;
}
