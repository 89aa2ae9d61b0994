import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildProduct } from "../../support/build";
import {
  buildContactFields,
  buildFormToken,
  listMessagesFrom,
  listQueuedMails,
  postContact,
  resetNotifications,
  toLetters,
} from "../../support/contact";
import { forwardedFor, newIpAddress } from "../../support/sign-in";

beforeEach(resetNotifications);

async function postAndScore(fields: Record<string, unknown>, headers?: Record<string, string>) {
  const sent = buildContactFields(fields);
  const { status, body } = await postContact(sent, headers);
  const [message] = await listMessagesFrom(String(sent.email));
  if (!message) throw new Error("no message was stored");
  const { isSpam, isDoubtful, spamScore, spamReasons } = message;
  const mails = (await listQueuedMails(message.id)).length;
  const keys = Object.keys(body?.data);
  return { status, keys, isSpam, isDoubtful, spamScore, spamReasons, mails };
}

/** Returns the mails that these messages queued. */
async function listMailTemplates(sent: { submissionKey: string }[]) {
  const where = { submissionKey: { in: sent.map(({ submissionKey }) => submissionKey) } };
  const storedMessages = await db.contactMessage.findMany({ where, select: { id: true } });
  const queued = await Promise.all(storedMessages.map(({ id }) => listQueuedMails(id)));
  return queued.flat().map(({ template }) => template);
}

const OWN_LINKS =
  "https://www.localhost/produit/a www.localhost/a http://WWW.LOCALHOST:8080/ https://localhost";
const LINK = "https://gagner.example/offre";

describe("A genuine message", () => {
  it.each([
    ["the regular form", {}, []],
    ["a form opened four seconds ago", { formToken: buildFormToken(4) }, []],
    ["a form opened this morning", { formToken: buildFormToken(23 * 3600) }, []],
    ["a form opened two days ago", { formToken: buildFormToken(48 * 3600) }, ["expiredForm"]],
    ["without JavaScript", { formToken: "" }, ["noForm"]],
    ["with a link", { message: `Ce modèle : ${LINK} ?` }, ["oneLink"]],
    ["with links to our own pages", { message: `http://localhost:3000/produit/a `.repeat(4) }, []],
    [
      "with links to our own pages as copied from a browser",
      { message: `${OWN_LINKS} `.repeat(2) },
      [],
    ],
    ["without JavaScript, with a link", { formToken: "", message: LINK }, ["noForm", "oneLink"]],
    ["in Arabic", { name: "فاطمة", message: "السلام عليكم، هل لديكم زليج أخضر؟" }, []],
  ])("is accepted: %s", async (_, fields, reasons) => {
    const { isSpam, spamReasons, mails } = await postAndScore(fields);
    expect({ isSpam, spamReasons, mails }).toEqual({
      isSpam: false,
      spamReasons: reasons,
      mails: 2,
    });
  });
});

describe("Spam", () => {
  it.each([
    ["a filled honeypot", { website: "http://x.test" }, ["honeypot"]],
    ["a form token from the future", { formToken: buildFormToken(-3600) }, ["tooFast"]],
    ["a forged form token", { formToken: `${buildFormToken(60)}x` }, ["forgedForm"]],
    ["an invented form token", { formToken: "e30.x" }, ["forgedForm"]],
    ["more than five links", { message: `${LINK} `.repeat(6) }, ["listOfLinks"]],
    [
      "three links without JavaScript",
      { formToken: "", message: `${LINK} ${LINK}?2 www.x.example` },
      ["noForm", "manyLinks"],
    ],
    [
      "two links without JavaScript",
      { formToken: "", message: `${LINK} ${LINK}` },
      ["noForm", "someLinks"],
    ],
    ["a link instead of a name", { name: `Gagnez ${LINK}` }, ["linkInName"]],
    ["a link in the subject", { subject: "www.gagner.example" }, ["linkInName"]],
    ["HTML", { message: '<a href="https://x.example">x</a>' }, ["oneLink", "markup"]],
    ["BBCode", { message: "[url=x.example]cliquez[/url]" }, ["markup"]],
  ])(
    "is stored without mails, and its sender gets the usual response: %s",
    async (_, fields, reasons) => {
      const spam = await postAndScore(fields);
      expect(spam).toMatchObject({ status: 201, isSpam: true, spamReasons: reasons, mails: 0 });
      expect(spam.spamScore).toBeGreaterThanOrEqual(50);
      expect(spam.keys).toEqual((await postAndScore({})).keys);
    },
  );

  it("includes a form that is filled in within a second", async () => {
    const { isSpam, spamReasons } = await postAndScore({ formToken: buildFormToken(1) });
    expect({ isSpam, spamReasons }).toEqual({ isSpam: true, spamReasons: ["tooFast"] });
  });

  it("includes the second message with one form token", async () => {
    const formToken = buildFormToken(60);
    expect(await postAndScore({ formToken })).toMatchObject({ isSpam: false });
    const second = await postAndScore({ formToken });
    expect(second).toMatchObject({ isSpam: true, spamReasons: ["reusedForm"], mails: 0 });
  });

  it("includes all but one of twenty parallel messages with one form token", async () => {
    const formToken = buildFormToken(60);
    const sent = Array.from({ length: 20 }, () => buildContactFields({ formToken }));
    await Promise.all(sent.map((fields) => postContact(fields)));
    const emails = sent.map(({ email }) => email);
    const storedMessages = await db.contactMessage.groupBy({
      by: ["isSpam"],
      where: { email: { in: emails } },
      _count: true,
      orderBy: { isSpam: "asc" },
    });
    expect(storedMessages.map(({ isSpam, _count }) => [isSpam, _count])).toEqual([
      [false, 1],
      [true, 19],
    ]);
  });

  it("includes a repeated text with a link from the third sender of a day on, in any spacing and numbering", async () => {
    const text = `Référencement garanti pour ${toLetters(randomUUID())} : ${LINK}`;
    const found = [];
    for (const message of [text, `${text} !`, text.replace("garanti", "  GARANTI"), `7 ${text}`]) {
      const { isSpam, spamReasons } = await postAndScore({ message });
      found.push([isSpam, ...spamReasons]);
    }
    const repeated = [true, "oneLink", "repeatedText"];
    expect(found).toEqual([[false, "oneLink"], [false, "oneLink"], repeated, repeated]);
  });

  it("includes a repeated text without JavaScript from the tenth sender of a day on", async () => {
    const message = `Quel est le prix de ce produit, ${toLetters(randomUUID())} ?`;
    const found = [];
    for (let i = 0; i < 10; i++)
      found.push((await postAndScore({ message, formToken: "" })).isSpam);
    expect(found).toEqual([...Array(9).fill(false), true]);
  });

  it("does not include a short text from many senders", async () => {
    for (let i = 0; i < 4; i++) {
      expect((await postAndScore({ message: "Quel prix ?" })).spamReasons).toEqual([]);
    }
  });

  it("counts parallel messages of one client", async () => {
    const headers = forwardedFor(newIpAddress());
    const sent = Array.from({ length: 9 }, () => buildContactFields());
    await Promise.all(sent.map((fields) => postContact(fields, headers)));
    const where = { email: { in: sent.map(({ email }) => email) } };
    const storedMessages = await db.contactMessage.findMany({
      where,
      select: { spamReasons: true },
    });
    const reasons = storedMessages.flatMap(({ spamReasons }) => spamReasons).toSorted();
    expect(reasons).toEqual([...Array(5).fill("busyClient"), "floodingClient"]);
  });
});

describe("A message with a weak sign of spam", () => {
  it("stays in the inbox with a mark, and is announced and confirmed: many senders behind one IP address", async () => {
    const headers = forwardedFor(newIpAddress());
    const found = [];
    for (let i = 0; i < 10; i++) found.push(await postAndScore({}, headers));
    expect(found.map(({ isSpam, isDoubtful }) => [isSpam, isDoubtful])).toEqual([
      ...Array(8).fill([false, false]),
      ...Array(2).fill([false, true]),
    ]);
    expect(found.slice(0, 4).map(({ spamReasons }) => spamReasons)).toEqual([
      [],
      [],
      [],
      ["busyClient"],
    ]);
    expect(found.every(({ mails }) => mails === 2)).toBe(true);
  });

  it("is genuine when one customer asks the same about several products", async () => {
    const headers = forwardedFor(newIpAddress());
    const message = `Bonjour, ce produit est-il disponible ? Merci, ${toLetters(randomUUID())}`;
    for (let i = 0; i < 6; i++) {
      const { slug } = await buildProduct();
      const found = await postAndScore({ message, productSlug: slug }, headers);
      expect(found).toMatchObject({ isSpam: false, isDoubtful: false, mails: 2 });
      expect(found.spamReasons).not.toContain("repeatedText");
    }
  });

  it("is doubtful when many senders ask the same about one product", async () => {
    const { slug } = await buildProduct();
    const message = `Quel est le prix de ce produit, ${toLetters(randomUUID())} ?`;
    const found = [];
    for (let i = 0; i < 10; i++) found.push(await postAndScore({ message, productSlug: slug }));
    expect(found.some(({ isSpam }) => isSpam)).toBe(false);
    expect(found.map(({ isDoubtful }) => isDoubtful)).toEqual([...Array(9).fill(false), true]);
  });

  it("is doubtful with three links from the regular form", async () => {
    const message = `${LINK} ${LINK}?2 www.x.example`;
    expect(await postAndScore({ message })).toMatchObject({
      isSpam: false,
      isDoubtful: true,
      spamReasons: ["manyLinks"],
      mails: 2,
    });
  });
});

describe("A resubmitted form", () => {
  const postTwice = async (fields: Record<string, unknown>, again: object = {}) => {
    const first = buildContactFields(fields);
    const second = {
      ...first,
      submissionKey: randomUUID(),
      formToken: buildFormToken(30),
      ...again,
    };
    const responses = [await postContact(first), await postContact(second)];
    const storedMessages = await listMessagesFrom(first.email);
    return { references: responses.map(({ body }) => body?.data.reference), storedMessages };
  };

  it("from a second tab is one message with one reference", async () => {
    const { references, storedMessages } = await postTwice({});
    expect(storedMessages).toHaveLength(1);
    expect(references).toEqual(Array(2).fill(`EO-${storedMessages[0]?.reference}`));
  });

  it("about another product, with another text, or later is a new message", async () => {
    const { slug } = await buildProduct();
    expect((await postTwice({}, { productSlug: slug })).storedMessages).toHaveLength(2);
    expect(
      (await postTwice({}, { message: "Et du bleu, en avez-vous aussi ?" })).storedMessages,
    ).toHaveLength(2);
    const first = buildContactFields();
    await postContact(first);
    const createdAt = new Date(Date.now() - 11 * 60_000);
    await db.contactMessage.updateMany({ where: { email: first.email }, data: { createdAt } });
    await postContact({ ...first, submissionKey: randomUUID(), formToken: buildFormToken(30) });
    expect(await listMessagesFrom(first.email)).toHaveLength(2);
  });

  it("is not lost when its earlier copy was classified as spam", async () => {
    const { storedMessages } = await postTwice({ formToken: buildFormToken(1) });
    expect(storedMessages.map(({ isSpam }) => isSpam).toSorted()).toEqual([false, true]);
  });
});

describe("An e-mail address that is typed by third parties", () => {
  it("gets at most three automatic replies a day, and the shop is notified of each message", async () => {
    const { email } = buildContactFields();
    const mails = [];
    for (let i = 0; i < 4; i++) {
      const fields = buildContactFields({ email });
      await postContact(fields);
      const { id } = await db.contactMessage.findFirstOrThrow({
        where: { submissionKey: fields.submissionKey },
      });
      mails.push((await listQueuedMails(id)).map(({ template }) => template));
    }
    const both = ["contact-notification", "contact-received"];
    expect(mails).toEqual([both, both, both, ["contact-notification"]]);
  });

  it("gets no further replies in another letter case or by twelve parallel messages", async () => {
    const { email } = buildContactFields();
    const sent = Array.from({ length: 12 }, (_, i) =>
      buildContactFields({ email: i % 2 ? email.toUpperCase() : email }),
    );
    await Promise.all(sent.map((fields) => postContact(fields)));
    const templates = await listMailTemplates(sent);
    expect(templates.filter((template) => template === "contact-notification")).toHaveLength(10);
    expect(templates.filter((template) => template === "contact-received")).toHaveLength(3);
  });
});
