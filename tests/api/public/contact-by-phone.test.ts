import { beforeEach, describe, expect, it } from "vitest";
import { POST as reply } from "@/app/api/admin/messages/[id]/replies/route";
import { GET, PATCH } from "@/app/api/admin/messages/[id]/route";
import { GET as list } from "@/app/api/admin/messages/route";
import { db } from "@/lib/db";
import { readFlashForm } from "@/lib/http/flash-form";
import { call } from "../../support/call";
import {
  buildContactFields,
  listQueuedMails,
  postContact,
  postContactForm,
  resetNotifications,
  sendAndFindMails,
} from "../../support/contact";
import { buildMessage, buildPhoneMessage } from "../../support/messages";
import { parseSetCookies } from "../../support/sign-in";
import { buildStaff } from "../../support/staff";

beforeEach(resetNotifications);

let count = 0;
const newPhone = () =>
  `0661${String(Date.now() % 10_000).padStart(4, "0")}${String(count++).padStart(2, "0")}`;

async function phoneMessage(fields: object = {}) {
  const sent = buildContactFields({ email: "", phone: newPhone(), ...fields });
  const response = await postContact(sent);
  const { submissionKey } = sent;
  const message = await db.contactMessage.findUniqueOrThrow({ where: { submissionKey } });
  return { response, message };
}

describe("A customer without e-mail", () => {
  it.each([
    ["an empty e-mail", ""],
    ["none", undefined],
    ["null", null],
  ])("can write with a phone number: %s", async (_, email) => {
    const { response, message } = await phoneMessage({ email });
    expect(response.status).toBe(201);
    expect(message).toMatchObject({ email: null, isSpam: false, isDoubtful: false });
    expect((await listQueuedMails(message.id)).map(({ template }) => template)).toEqual([
      "contact-notification",
    ]);
  });

  it("is announced to the shop with the number, and without a reply address", async () => {
    const { message } = await phoneMessage();
    const [found] = await sendAndFindMails(`/admin/messages/${message.id}`);
    expect(found?.mail.replyTo).toBeUndefined();
    expect(found?.mail.text).toContain(message.phone);
    expect(found?.mail.text).toContain("pas laissé d'e-mail");
    expect(found?.source).not.toContain("null");
  });

  it("gets an error message when the phone number is missing too", async () => {
    for (const fields of [{ email: "" }, { email: null, phone: "" }, { email: undefined }]) {
      const { status, body } = await postContact(buildContactFields(fields));
      expect(status).toBe(400);
      expect(body?.error.details).toEqual({ email: "Indiquez un e-mail ou un téléphone." });
    }
  });

  it("gets the form back without JavaScript, with a request for an e-mail or a phone number", async () => {
    const { headers } = await postContactForm({
      name: "A",
      email: "",
      phone: " ",
      message: "Bonjour",
    });
    const cookie = parseSetCookies(headers)["contact-form"]?.split(";")[0]?.split("=")[1];
    expect(readFlashForm(cookie)).toMatchObject({ invalid: ["reach"] });
  });

  it("posts one message by sending the form twice without JavaScript", async () => {
    const phone = newPhone();
    for (let i = 0; i < 2; i++) {
      await postContactForm({ name: "A", email: "", phone, message: "Bonjour à vous" });
    }
    const where = { phone: { endsWith: phone.slice(-2) }, message: "Bonjour à vous" };
    expect(await db.contactMessage.count({ where })).toBe(1);
  });
});

describe("The database", () => {
  it("rejects a message without e-mail and phone number", async () => {
    const data = { name: "A", message: "B" };
    await expect(db.contactMessage.create({ data })).rejects.toThrow(/ContactMessage_reachable/);
    await expect(db.contactMessage.create({ data: { ...data, phone: "1" } })).resolves.toBeTruthy();
  });
});

describe("The inbox", () => {
  it("lists, finds and shows a message without e-mail", async () => {
    const as = await buildStaff();
    const { id } = await buildPhoneMessage({ phone: "+212 661 98 76 54" });
    for (const q of ["0661987654", "+212 661 98 76 54"]) {
      const { body } = await call(list, { as, query: `q=${encodeURIComponent(q)}` });
      expect(body?.data).toMatchObject([{ id, email: null, phone: "+212 661 98 76 54" }]);
    }
    const { status, body } = await call(GET, { as, params: { id } });
    expect([status, body?.data.email]).toEqual([200, null]);
  });

  it("groups the messages of one phone number, with and without e-mail", async () => {
    const as = await buildStaff();
    const phone = "+212 662 11 22 33";
    const first = await buildMessage({ phone });
    const second = await buildPhoneMessage({ phone });
    const other = await buildPhoneMessage({ phone: "+212 662 11 22 44" });
    const listSiblings = async (id: string) =>
      (await call(GET, { as, params: { id } })).body?.data.siblings.map(
        (sibling: { id: string }) => sibling.id,
      );
    expect(await listSiblings(first.id)).toEqual([second.id]);
    expect(await listSiblings(second.id)).toEqual([first.id]);
    expect(await listSiblings(other.id)).toEqual([]);
  });

  it("rejects a reply by mail with a reason, and accepts a note of an answer by phone", async () => {
    const as = await buildStaff();
    const { id } = await buildPhoneMessage();
    const body = { version: 1, body: "Bonjour." };
    const refused = await call(reply, { method: "POST", as, params: { id }, body });
    expect(refused.status).toBe(409);
    expect(refused.body?.error.message).toContain("pas laissé d'e-mail");
    expect(await listQueuedMails(id)).toEqual([]);
    const patch = { version: 1, status: "REPLIED" };
    const { status } = await call(PATCH, { method: "PATCH", as, params: { id }, body: patch });
    expect(status).toBe(200);
  });
});

describe("A doubtful message", () => {
  const change = async (id: string, spam: boolean) => {
    const as = await buildStaff();
    const body = { version: 1, spam };
    return (await call(PATCH, { method: "PATCH", as, params: { id }, body })).body?.data;
  };

  it("is marked as genuine or as spam by staff, and the audit log records it", async () => {
    const [genuine, spam] = [
      await buildMessage({ isDoubtful: true, spamReasons: ["manyLinks"] }),
      await buildMessage({ isDoubtful: true }),
    ];
    expect(await change(genuine.id, false)).toMatchObject({ isDoubtful: false, folder: "new" });
    expect(await change(spam.id, true)).toMatchObject({ isDoubtful: false, folder: "spam" });
    const getAction = async (entityId: string) =>
      (await db.auditLog.findFirst({ where: { entityId } }))?.action;
    expect(await getAction(genuine.id)).toBe("confirm_message");
    expect(await getAction(spam.id)).toBe("mark_message_spam");
  });

  it("is marked in the list with its reason, and becomes genuine once it is answered", async () => {
    const as = await buildStaff();
    const { id, reference } = await buildMessage({ isDoubtful: true, spamReasons: ["manyLinks"] });
    const { body } = await call(list, { as, query: `q=EO-${reference}` });
    expect(body?.data).toMatchObject([{ isDoubtful: true, spamReasons: ["manyLinks"] }]);
    const response = { version: 1, body: "Bonjour." };
    await call(reply, { method: "POST", as, params: { id }, body: response });
    const after = await db.contactMessage.findUniqueOrThrow({ where: { id } });
    expect(after.isDoubtful).toBe(false);
  });
});
