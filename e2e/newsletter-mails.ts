import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";

/** Waits for the mail to an address with this text in its subject. */
export async function waitForMail(email: string, subject: string): Promise<ParsedMail> {
  const found: ParsedMail[] = [];
  await expect(async () => {
    found.push(...(await listMails(email)).filter((mail) => mail.subject?.includes(subject)));
    expect(found.length, `a mail to ${email}`).toBeGreaterThan(0);
  }).toPass({ timeout: 20_000 });
  const [mail] = found;
  if (!mail) throw new Error("no mail");
  return mail;
}

/** Returns the link in a mail to this page, as a path of the shop. */
export function getLink(mail: ParsedMail, page: string): string {
  const links = mail.text?.match(/https?:\/\/\S+/g) ?? [];
  const link = links.find((each) => new URL(each).pathname.endsWith(page));
  if (!link) throw new Error(`no link to ${page} in ${mail.text}`);
  const { pathname, search } = new URL(link.replace(/[\])>]+$/, ""));
  return `${pathname}${search}`;
}

async function listMails(email: string): Promise<ParsedMail[]> {
  const folder = join(process.env.DATA_DIR ?? ".data", "outbox");
  const files = (await readdir(folder)).filter((file) => file.endsWith(".eml"));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const mails = await Promise.all(
    texts.filter((text) => text.includes(email)).map((text) => simpleParser(text)),
  );
  return mails.filter(({ to }) => [to].flat().some((each) => each?.text === email));
}
