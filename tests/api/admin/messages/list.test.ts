import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/admin/messages/route";
import { GET as UNREAD } from "@/app/api/admin/messages/unread/route";
import { db } from "@/lib/db";
import { buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { buildMessage, buildMessages } from "../../../support/messages";
import { buildStaff } from "../../../support/staff";
import { recordStatements } from "../../../support/statements";

type Staff = Awaited<ReturnType<typeof buildStaff>>;
let staff: Staff;

const list = async (query: string, as: Staff = staff) => call(GET, { as, query });
const listNames = async (query: string, as: Staff = staff) =>
  (await list(query, as)).body?.data.map(({ name }: { name: string }) => name);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

beforeEach(async () => {
  await db.contactMessage.deleteMany();
  staff = await buildStaff();
});

describe("GET /api/admin/messages", () => {
  it("lists each message in exactly one folder, by its state", async () => {
    const waitingSince = new Date();
    await buildMessage({ name: "neuf" });
    await buildMessage({ name: "ouvert", status: "READ" });
    await buildMessage({ name: "en attente", status: "READ", waitingSince });
    await buildMessage({ name: "répondu", status: "REPLIED" });
    await buildMessage({ name: "archivé", status: "ARCHIVED" });
    await buildMessage({ name: "pourriel", isSpam: true });
    const folders = ["new", "open", "waiting", "replied", "archived", "spam"];
    const shown = await Promise.all(folders.map((folder) => listNames(`folder=${folder}`)));
    expect(shown).toEqual([
      ["neuf"],
      ["ouvert"],
      ["en attente"],
      ["répondu"],
      ["archivé"],
      ["pourriel"],
    ]);
    const all = await listNames("folder=all");
    expect(all).toHaveLength(5);
    expect(all).not.toContain("pourriel");
    const { body } = await list("");
    expect(body?.data.map(({ name }: { name: string }) => name)).toEqual(["neuf"]);
    expect(body).toMatchObject({
      counts: { new: 1, open: 1, waiting: 1, replied: 1, archived: 1, spam: 1 },
      pagination: { page: 1, pageSize: 20, total: 1, totalPages: 1 },
    });
  });

  it("finds a customer by name, address, number, subject, text and reference in any spelling", async () => {
    const { reference } = await buildMessage({
      name: "Aïcha Benhaddou",
      email: "aicha.benhaddou@exemple.ma",
      phone: "+212 661 23 45 67",
      subject: "Éviers en grès",
      message: "Quel est le prix du lavabo ?",
      status: "READ",
    });
    await buildMessage({ name: "Autre", email: "autre@exemple.fr", phone: "0522 00 11 22" });
    await buildMessage({ name: "كريم", message: "هل لديكم أحواض السيراميك؟" });
    const searches = [
      "aicha",
      "BENHADDOU",
      "aicha.benhaddou@exemple.ma",
      "benhaddou@",
      "evier",
      "lavabos",
      "0661234567",
      "06 61 23 45 67",
      "+212661234567",
      "00212 661 234567",
      "661234567",
      "066123",
      `EO-${reference}`,
      `eo ${reference}`,
      String(reference),
    ];
    for (const q of searches) {
      expect([q, await listNames(`q=${encodeURIComponent(q)}`)]).toEqual([q, ["Aïcha Benhaddou"]]);
    }
    expect(await listNames(`q=${encodeURIComponent("سيراميك")}`)).toEqual(["كريم"]);
    expect(await listNames("q=introuvable")).toEqual([]);
    expect(await listNames("q=aicha&folder=new")).toEqual([]);
  });

  it("finds each of two phone numbers of a customer", async () => {
    await buildMessage({ name: "Deux numéros", phone: "+212 522 94 07 70 / +212 661 00 11 22" });
    for (const q of [
      "0522940770",
      "+212 522 94 07 70",
      "0661001122",
      "661001122",
      "\u200e0661001122",
    ])
      expect([q, await listNames(`q=${encodeURIComponent(q)}`)]).toEqual([q, ["Deux numéros"]]);
  });

  it("filters by my messages, unassigned messages, an assignee, a product and the last days", async () => {
    const other = await buildStaff();
    const product = await buildProduct();
    await buildMessage({ name: "à moi", assignedToId: staff.id });
    await buildMessage({ name: "à elle", assignedToId: other.id, productId: product.id });
    await buildMessage({ name: "à personne", createdAt: daysAgo(40) });
    expect(await listNames("assignee=me")).toEqual(["à moi"]);
    expect(await listNames("assignee=me", other)).toEqual(["à elle"]);
    expect(await listNames(`assignee=${other.id}`)).toEqual(["à elle"]);
    expect(await listNames("assignee=none")).toEqual(["à personne"]);
    expect(await listNames(`product=${product.id}`)).toEqual(["à elle"]);
    expect(await listNames("period=30&sort=oldest")).toEqual(["à moi", "à elle"]);
    expect((await list("assignee=me")).body).toMatchObject({ counts: { new: 1, open: 0 } });
  });

  it("pages in both directions without gaps", async () => {
    await buildMessages(25);
    const first = await list("pageSize=10");
    expect(first.body?.pagination).toEqual({ page: 1, pageSize: 10, total: 25, totalPages: 3 });
    const pages: string[][] = await Promise.all(
      [1, 2, 3].map((page) => listNames(`pageSize=10&page=${page}`)),
    );
    expect(new Set(pages.flat()).size).toBe(25);
    const oldest: string[] = await listNames("pageSize=25&sort=oldest");
    expect(oldest.toReversed()).toEqual(pages.flat());
  });

  it("sends as many statements for a hundred messages as for ten", async () => {
    await buildMessages(10);
    const few = await recordStatements(() => list("pageSize=100"));
    await buildMessages(90);
    const many = await recordStatements(() => list("pageSize=100"));
    expect(many).toHaveLength(few.length);
  });

  it("rejects invalid filters, and accepts any search text", async () => {
    for (const query of [
      "folder=trash",
      "page=0",
      "pageSize=101",
      "period=2",
      "assignee=%00",
      "q=%00",
    ]) {
      expect([query, (await list(query)).status]).toEqual([query, 400]);
    }
    for (const q of ["' & | ! ( ) : *", "<script>", "\\", "%", "🙂", "EO-999999999", "+", "0000"]) {
      expect([q, (await list(`q=${encodeURIComponent(q)}`)).status]).toEqual([q, 200]);
    }
    expect((await list("", await buildStaff("VIEWER"))).status).toBe(403);
  });

  it("changes no row", async () => {
    const { id } = await buildMessage();
    await list("");
    expect(await db.contactMessage.findUnique({ where: { id } })).toMatchObject({
      status: "NEW",
      version: 1,
    });
  });
});

describe("GET /api/admin/messages/unread", () => {
  it("counts unread messages without spam", async () => {
    await buildMessages(3);
    await buildMessage({ isSpam: true });
    await buildMessage({ status: "READ", name: randomUUID() });
    expect((await call(UNREAD, { as: staff })).body?.data).toEqual({ count: 3 });
  });
});
