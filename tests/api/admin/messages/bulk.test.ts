import { beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/admin/messages/bulk/route";
import { db } from "@/lib/db";
import { call } from "../../../support/call";
import { buildMessage, buildMessages } from "../../../support/messages";
import { buildStaff } from "../../../support/staff";
import { recordStatements } from "../../../support/statements";

type Staff = Awaited<ReturnType<typeof buildStaff>>;
let staff: Staff;

beforeEach(async () => {
  await db.contactMessage.deleteMany();
  staff = await buildStaff();
});

const bulk = (body: object, as: Staff = staff) => call(POST, { method: "POST", as, body });
const inFolder = (folder: string) => db.contactMessage.count({ where: { folder } });

describe("POST /api/admin/messages/bulk", () => {
  it("applies one action to the selected messages, and writes one audit entry for each changed message", async () => {
    const [one, two] = [await buildMessage(), await buildMessage({ status: "ARCHIVED" })];
    const ids = [one.id, two.id, "nobody"];
    const { status, body } = await bulk({ selection: { ids }, action: "archive" });
    expect([status, body?.data]).toEqual([200, { changed: 1 }]);
    expect(await inFolder("archived")).toBe(2);
    const entries = await db.auditLog.findMany({ where: { entityId: { in: ids } } });
    expect(entries.map(({ action, entityId }) => [action, entityId])).toEqual([
      ["archive_message", one.id],
    ]);
    const { version } = await db.contactMessage.findUniqueOrThrow({ where: { id: one.id } });
    expect(version).toBe(2);
  });

  it.each([
    ["read", "open"],
    ["unread", "new"],
    ["wait", "waiting"],
    ["replied", "replied"],
    ["archive", "archived"],
    ["spam", "spam"],
  ])("%s moves them into the folder %s", async (action, folder) => {
    const { id } = await buildMessage({ status: action === "unread" ? "READ" : "NEW" });
    await bulk({ selection: { ids: [id] }, action });
    expect(await inFolder(folder)).toBe(1);
  });

  it("restores messages from spam to their earlier folder", async () => {
    const { id } = await buildMessage({ isSpam: true });
    await bulk({ selection: { ids: [id] }, action: "notSpam" });
    expect(await inFolder("new")).toBe(1);
  });

  it("assigns messages to a colleague, and rejects a user without access to them", async () => {
    const { id } = await buildMessage();
    const sara = await buildStaff();
    const selection = { ids: [id] };
    await bulk({ selection, action: "assign", assignedToId: sara.id });
    const stored = await db.contactMessage.findUniqueOrThrow({ where: { id } });
    expect(stored.assignedToId).toBe(sara.id);
    const viewer = await buildStaff("VIEWER");
    const refused = await bulk({ selection, action: "assign", assignedToId: viewer.id });
    expect(refused.status).toBe(400);
    expect((await bulk({ selection, action: "assign" })).status).toBe(400);
  });

  it("applies to all messages that match a filter when the confirmed count is right", async () => {
    await buildMessages(130);
    await buildMessages(5, { isSpam: true });
    const selection = { filter: { folder: "new" }, total: 130 };
    const { body } = await bulk({ selection, action: "archive" });
    expect(body?.data).toEqual({ changed: 130 });
    expect([await inFolder("new"), await inFolder("spam")]).toEqual([0, 5]);
  });

  it("requires a new confirmation when the list changed", async () => {
    await buildMessages(20);
    const selection = { filter: { folder: "new" }, total: 5 };
    const { status, body } = await bulk({ selection, action: "archive" });
    expect([status, body?.error.details]).toEqual([409, { total: 20 }]);
    expect(await inFolder("new")).toBe(20);
  });

  it("sends as many statements for a hundred messages as for ten", async () => {
    const statementsFor = async (count: number) => {
      await db.contactMessage.deleteMany();
      await buildMessages(count);
      const selection = { filter: {}, total: count };
      return (await recordStatements(() => bulk({ selection, action: "archive" }))).length;
    };
    expect(await statementsFor(100)).toBe(await statementsFor(10));
  });

  it("rejects an invalid selection, action or filter", async () => {
    const selection = { ids: ["x"] };
    const bodies = [
      {},
      { selection, action: "delete" },
      { selection: { ids: [] }, action: "archive" },
      { selection: { ids: Array.from({ length: 101 }, (_, i) => `m${i}`) }, action: "archive" },
      { selection: { filter: { folder: "nowhere" }, total: 1 }, action: "archive" },
      { selection: { filter: { folders: "new" }, total: 1 }, action: "archive" },
      { selection: { filter: { q: "\0" }, total: 1 }, action: "archive" },
    ];
    for (const body of bodies) expect([body, (await bulk(body)).status]).toEqual([body, 400]);
    const viewer = await buildStaff("VIEWER");
    expect((await bulk({ selection, action: "archive" }, viewer)).status).toBe(403);
  });
});
