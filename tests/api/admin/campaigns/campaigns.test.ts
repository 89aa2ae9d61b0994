import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as duplicate } from "@/app/api/admin/newsletter/campaign/[id]/duplicate/route";
import { POST as preview } from "@/app/api/admin/newsletter/campaign/[id]/preview/route";
import {
  PATCH as edit,
  GET as find,
  DELETE as remove,
} from "@/app/api/admin/newsletter/campaign/[id]/route";
import { POST as test } from "@/app/api/admin/newsletter/campaign/[id]/test/route";
import { GET as count } from "@/app/api/admin/newsletter/campaign/audience/route";
import { POST as create, GET as list } from "@/app/api/admin/newsletter/campaign/route";
import { renderSnapshot } from "@/domain/campaigns/content/compose";
import { buildRecipientMail } from "@/domain/campaigns/content/recipient-mail";
import { type Block, StaffCampaign } from "@/domain/campaigns/schema";
import { db } from "@/lib/db";
import { buildProduct } from "../../../support/build";
import { call } from "../../../support/call";
import { buildCampaign, buildSubscribers, TEXT_BLOCK } from "../../../support/campaigns";
import { buildStaff } from "../../../support/staff";

vi.mock("@/app/api/wake-campaigns", () => ({ wakeCampaigns: () => undefined }));
afterAll(() => vi.doUnmock("@/app/api/wake-campaigns"));

let editor: Awaited<ReturnType<typeof buildStaff>>;
beforeEach(async () => {
  editor = await buildStaff("ADMIN");
});

const post = (route: typeof duplicate, id: string, body?: unknown) =>
  call(route, { method: "POST", as: editor, params: { id }, ...(body !== undefined && { body }) });
const patch = (id: string, body: object) =>
  call(edit, { method: "PATCH", as: editor, params: { id }, body });

describe("POST /api/admin/newsletter/campaign", () => {
  it("creates an incomplete draft and lists what is missing", async () => {
    const { status, body } = await call(create, { method: "POST", as: editor, body: {} });
    expect(status).toBe(201);
    const campaign = StaffCampaign.parse(body?.data);
    expect(campaign).toMatchObject({ status: "DRAFT", version: 1, createdBy: editor.username });
    expect(campaign.missing).toEqual(["Écrivez un objet.", "Ajoutez au moins un bloc."]);
  });

  it("sanitizes a text to the markup that mail programs support", async () => {
    const fr =
      '<h1>Bonjour</h1><p onclick="x()">A <b>b</b><script>alert(1)</script><a href="javascript:alert(1)">c</a> <a href="https://exemple.ma" style="x">d</a><img src=x onerror=y></p>';
    const { body } = await call(create, {
      method: "POST",
      as: editor,
      body: { subject: "Zelliges", blocks: [{ ...TEXT_BLOCK, fr }] },
    });
    expect(body?.data.blocks[0].fr).toBe(
      '<h3>Bonjour</h3><p>A <strong>b</strong>c <a href="https://exemple.ma">d</a></p>',
    );
  });

  it.each<[string, unknown]>([
    [
      "a button with a script URL",
      [{ kind: "button", id: "b", fr: "x", ar: "", href: "javascript:alert(1)" }],
    ],
    [
      "a button with credentials in its URL",
      [{ kind: "button", id: "b", fr: "x", ar: "", href: "https://a@exemple.ma" }],
    ],
    [
      "a button with a protocol-relative URL",
      [{ kind: "button", id: "b", fr: "x", ar: "", href: "//exemple.ma" }],
    ],
    [
      "an image that was not uploaded",
      [{ kind: "image", id: "i", url: "https://exemple.ma/x.png", fr: "", ar: "", href: "" }],
    ],
    ["a block of an unknown kind", [{ kind: "video", id: "v" }]],
    ["two blocks with the same id", [TEXT_BLOCK, TEXT_BLOCK]],
    [
      "seven products",
      [{ kind: "products", id: "p", productIds: ["a", "b", "c", "d", "e", "f", "g"] }],
    ],
    ["a value that is not a list", "x"],
  ])("rejects %s", async (_, blocks) => {
    const { status, body } = await call(create, { method: "POST", as: editor, body: { blocks } });
    expect([status, body?.error.code]).toEqual([400, "VALIDATION_ERROR"]);
  });

  it.each([
    ["a line break in the subject that would inject a header", { subject: "a\nBcc: b@c.ma" }, 201],
    ["NUL", { subject: "a\0b" }, 400],
    ["a lone surrogate", { subject: "\ud800" }, 400],
    ["an overlong subject", { subject: "x".repeat(10_000) }, 400],
    ["an invalid audience", { audience: { sources: "x" } }, 400],
    ["an invalid day", { audience: { from: "2026-02-31" } }, 400],
    ["a day of the year 0", { audience: { from: "0000-01-01" } }, 400],
    ["an unknown field", { status: "RUNNING" }, 400],
  ])("never answers 500: %s", async (_, body, expected) => {
    const { status } = await call(create, { method: "POST", as: editor, body });
    expect(status).toBe(expected);
  });
});

describe("PATCH /api/admin/newsletter/campaign/:id", () => {
  it("changes the fields that are sent and no others", async () => {
    const { id, subject } = await buildCampaign();
    const { status, body } = await patch(id, { version: 1, subjectAr: "زليج" });
    expect(status).toBe(200);
    expect(body?.data).toMatchObject({
      subject,
      subjectAr: "زليج",
      version: 2,
      blocks: [TEXT_BLOCK],
    });
  });

  it("requires the version, and rejects a stale one with the current state", async () => {
    const { id } = await buildCampaign();
    expect((await patch(id, { subject: "a" })).status).toBe(428);
    await patch(id, { subject: "b", version: 1 });
    const { status, body } = await patch(id, { subject: "c", version: 1 });
    expect(status).toBe(409);
    expect(body?.error.details).toMatchObject({
      current: { subject: "b", version: 2 },
      changedBy: editor.username,
    });
  });

  it("accepts one of twenty parallel saves", async () => {
    const { id } = await buildCampaign();
    const saves = await Promise.all(
      Array.from({ length: 20 }, (_, at) => patch(id, { subject: `n ${at}`, version: 1 })),
    );
    const statuses = saves.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array(19).fill(409)]);
  });

  it.each(["SCHEDULED", "RUNNING", "PAUSED", "FINISHED", "CANCELLED"] as const)(
    "refuses to change or delete a campaign that is %s",
    async (status) => {
      const { id } = await buildCampaign({ status });
      expect((await patch(id, { subject: "a", version: 1 })).status).toBe(409);
      const removed = await call(remove, { method: "DELETE", as: editor, params: { id } });
      expect(removed.status).toBe(409);
      expect(await db.campaign.count({ where: { id } })).toBe(1);
    },
  );

  it("protects a referenced upload from the cleanup job and rejects a deleted upload", async () => {
    const url = `/media/${"a".repeat(32)}/1280.webp`;
    const image: Block = { kind: "image", id: "i", url, fr: "Un mur", ar: "", href: "" };
    const { id } = await buildCampaign();
    expect((await patch(id, { blocks: [image], version: 1 })).status).toBe(400);
    const old = { width: 1, height: 1, bytes: 1, placeholder: "", createdAt: new Date(0) };
    await db.upload.create({ data: { key: "a".repeat(32), url, ...old } });
    expect((await patch(id, { blocks: [image], version: 1 })).status).toBe(200);
    await db.upload.updateMany({ data: { createdAt: new Date(0) } });
    const { deleteUnusedUploads } = await import("@/domain/media/upload-commands");
    expect(await deleteUnusedUploads()).toEqual({ swept: 0 });
  });
});

describe("DELETE and duplicate of a campaign", () => {
  it("deletes a draft", async () => {
    const { id } = await buildCampaign();
    expect((await call(remove, { method: "DELETE", as: editor, params: { id } })).status).toBe(200);
    expect((await call(find, { as: editor, params: { id } })).status).toBe(404);
  });

  it("duplicates a sent campaign as a draft without its figures", async () => {
    const { id } = await buildCampaign({
      status: "FINISHED",
      startedAt: new Date(),
      sent: 5,
      toSend: 5,
      audience: { locale: "AR" },
    });
    const { status, body } = await post(duplicate, id);
    expect(status).toBe(201);
    expect(body?.data).toMatchObject({ status: "DRAFT", sent: 0, startedAt: null, report: null });
    expect(body?.data.blocks).toEqual([TEXT_BLOCK]);
    expect(body?.data.audience.locale).toBe("AR");
  });

  it.each(["none", "a\0b", "x".repeat(300), "../../etc"])(
    "answers 404 for the campaign %j",
    async (id) => {
      for (const route of [duplicate, remove]) {
        const { status } = await call(route, { method: "POST", as: editor, params: { id } });
        expect([400, 404]).toContain(status);
      }
    },
  );
});

describe("GET campaigns", () => {
  it("lists the last changed campaign first, by status and page", async () => {
    await db.campaign.deleteMany();
    const first = await buildCampaign({ updatedAt: new Date("2026-03-01T10:00:00Z") });
    const second = await buildCampaign({
      status: "FINISHED",
      updatedAt: new Date("2026-03-01T10:00:01Z"),
    });
    const ids = async (query = "") =>
      (await call(list, { as: editor, query })).body?.data.map(({ id }: { id: string }) => id);
    expect(await ids()).toEqual([second.id, first.id]);
    expect(await ids("status=DRAFT")).toEqual([first.id]);
    expect(await ids("pageSize=1&page=2")).toEqual([first.id]);
    expect((await call(list, { as: editor, query: "status=x" })).status).toBe(400);
  });

  it("counts the audience by language, source and day of the shop's time zone", async () => {
    const source = "comptoir";
    await buildSubscribers(2, {
      source,
      locale: "FR",
      subscribedAt: new Date("2026-03-10T23:30:00Z"),
    });
    await buildSubscribers(1, {
      source,
      locale: "AR",
      subscribedAt: new Date("2026-03-12T10:00:00Z"),
    });
    await buildSubscribers(1, { source, status: "UNSUBSCRIBED" });
    const countAudience = async (query: string) =>
      (await call(count, { as: editor, query: `source=${source}&${query}` })).body?.data;
    expect((await countAudience("")).count).toBe(3);
    expect((await countAudience("locale=AR")).count).toBe(1);
    // 23:30 UTC is the next day in Ouarzazate, or the same day with the Ramadan offset.
    expect((await countAudience("from=2026-03-12")).count).toBe(1);
    expect((await countAudience("to=2026-03-11")).count).toBe(2);
    expect((await countAudience("")).sources).toContainEqual({ source, count: 3 });
    expect((await call(count, { as: editor, query: "from=x" })).status).toBe(400);
  });
});

describe("A campaign link to a phone number or an e-mail address", () => {
  const buttonTo = (href: string): Block => ({
    kind: "button",
    id: "b",
    fr: "Nous joindre",
    ar: "اتصلوا بنا",
    href,
  });

  it.each([
    ["tel:+212524881234", "tel:+212524881234"],
    ["tel:0524 88-12.34", "tel:0524881234"],
    ["TEL:(0524) 881234", "TEL:0524881234"],
    ["mailto:contact@exemple.ma", "mailto:contact@exemple.ma"],
    [
      "mailto:contact@exemple.ma?subject=Devis%20zellige&body=Bonjour",
      "mailto:contact@exemple.ma?subject=Devis%20zellige&body=Bonjour",
    ],
  ])(
    "is in both parts of the mail in both languages, and is not click-tracked: %s",
    async (typed, href) => {
      const inText = href.replace(/^mailto:([^?]*).*/, "$1");
      const text = { ...TEXT_BLOCK, fr: `<p><a href="${typed}">x</a></p>`, ar: "<p>س</p>" };
      const { status, body } = await call(create, {
        method: "POST",
        as: editor,
        body: { subject: "Zelliges", subjectAr: "زليج", blocks: [buttonTo(typed), text] },
      });
      expect(status).toBe(201);
      for (const [locale, label] of [
        ["FR", "Nous joindre"],
        ["AR", "اتصلوا بنا"],
      ]) {
        const shown = await post(preview, body?.data.id, { locale });
        expect(shown.body?.data.html).toContain(`href="${href.replaceAll("&", "&amp;")}"`);
        expect(shown.body?.data.text).toContain(`${label} ${inText}\n`);
      }
      const written = { ...body?.data, preheader: null, preheaderAr: null };
      const { snapshot, links } = await renderSnapshot(written);
      expect(links.map(({ isTrap }) => isTrap)).toEqual([true]);
      const recipient = { messageId: "m", subscriberId: "s", email: "a@exemple.ma" };
      for (const locale of ["FR", "AR"] as const) {
        const copy = buildRecipientMail({ ...recipient, locale }, snapshot);
        expect(copy.html).toContain(`href="${href.replaceAll("&", "&amp;")}"`);
        expect(copy.text).toContain(`${inText}\n`);
      }
      expect(snapshot.fr.html.match(/href="(?:tel|mailto):/gi)).toHaveLength(2);
    },
  );

  it.each([
    "tel:",
    "tel:magasin",
    "tel:+212524881234;ext=1",
    "mailto:",
    "mailto:contact",
    "mailto:a@b.ma c@d.ma",
    "sms:+212524881234",
    "javascript:alert(1)",
    "data:text/html,x",
  ])("is rejected when its target is malformed: %s", async (href) => {
    const { status, body } = await call(create, {
      method: "POST",
      as: editor,
      body: { blocks: [buttonTo(href)] },
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body?.error.details)).toContain("tel:+212524000000");
  });

  it("is accepted in buttons and texts, and rejected on images", async () => {
    const image: Block = {
      kind: "image",
      id: "i",
      url: "",
      fr: "",
      ar: "",
      href: "tel:0524881234",
    };
    const { status } = await call(create, {
      method: "POST",
      as: editor,
      body: { blocks: [image] },
    });
    expect(status).toBe(400);
  });
});

describe("The campaign preview", () => {
  it("renders the unsaved content with the mail template and published products", async () => {
    const { id } = await buildCampaign();
    const shown = await buildProduct({
      name: "Zellige vert",
      nameAr: "زليج أخضر",
      basePrice: "420",
    });
    const hidden = await buildProduct({ name: "Zellige caché", status: "DRAFT" });
    const products: Block = { kind: "products", id: "p", productIds: [shown.id, hidden.id] };
    const { status, body } = await post(preview, id, { subject: "Nouveau", blocks: [products] });
    expect(status).toBe(200);
    expect(body?.data.html).toContain("Zellige vert");
    expect(body?.data.html).toContain(`/produit/${shown.slug}`);
    expect(body?.data.html).not.toContain("Zellige caché");
    expect(body?.data.text).toContain("Zellige vert");
    const arabic = await post(preview, id, { blocks: [products], locale: "AR" });
    expect(arabic.body?.data.html).toContain("زليج أخضر");
    expect(arabic.body?.data.html).toContain('dir="rtl"');
    expect((await db.campaign.findUniqueOrThrow({ where: { id } })).version).toBe(1);
  });
});

describe("The campaign test mail", () => {
  it("is sent to a member of staff, marked as a test, and recorded in the audit log", async () => {
    const { id, subject } = await buildCampaign();
    const { status } = await post(test, id, { to: editor.email.toUpperCase() });
    expect(status).toBe(200);
    const [mail] = await db.outboxEmail.findMany({ where: { entityId: id } });
    expect(mail).toMatchObject({ to: editor.email, subject: `[Test] ${subject}` });
    const auditEntry = await db.auditLog.findFirst({
      where: { action: "test_campaign", entityId: id },
    });
    expect(auditEntry?.userId).toBe(editor.id);
    expect(await db.campaignMessage.count({ where: { campaignId: id } })).toBe(0);
  });

  it.each(["client@exemple.ma", "a@b.ma, c@d.ma", "x\r\nBcc: a@b.ma", ""])(
    "is not sent to an address outside the staff: %j",
    async (to) => {
      const { id } = await buildCampaign();
      const { status, body } = await post(test, id, { to });
      expect([status, body?.error.code]).toEqual([400, "VALIDATION_ERROR"]);
      expect(await db.outboxEmail.count({ where: { entityId: id } })).toBe(0);
    },
  );
});
