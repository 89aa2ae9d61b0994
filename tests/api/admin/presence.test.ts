import { describe, expect, it } from "vitest";
import { GET, POST } from "@/app/api/admin/presence/route";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import { buildStaff } from "../../support/staff";

const record = { entityType: "Product", entityId: "p1" };
const heartbeat = async (as: { cookie: string }, body: object = record) =>
  call(POST, { method: "POST", as, body });

describe("POST /api/admin/presence", () => {
  it("lists the other editors of the record until a minute after their last heartbeat", async () => {
    const [ali, sara] = [await buildStaff(), await buildStaff()];
    expect((await heartbeat(ali)).body?.data).toEqual({ others: [] });
    expect((await heartbeat(sara)).body?.data).toEqual({ others: [ali.username] });
    expect((await heartbeat(ali)).body?.data).toEqual({ others: [sara.username] });
    expect((await heartbeat(ali, { ...record, entityId: "p2" })).body?.data.others).toEqual([]);
    await db.editPresence.updateMany({
      where: { userId: sara.id },
      data: { seenAt: new Date(Date.now() - 61_000) },
    });
    expect((await heartbeat(ali)).body?.data).toEqual({ others: [] });
  });

  it("can be read without announcing oneself", async () => {
    const [ali, sara] = [await buildStaff(), await buildStaff()];
    const other = { entityType: "Category", entityId: "c1" };
    await heartbeat(ali, other);
    const query = new URLSearchParams(other).toString();
    expect((await call(GET, { as: sara, query })).body?.data).toEqual({ others: [ali.username] });
    expect((await heartbeat(ali, other)).body?.data).toEqual({ others: [] });
  });

  it.each([
    ["an unknown record type", { entityType: "User", entityId: "u" }],
    ["a NUL byte", { entityType: "Product", entityId: "\0" }],
    ["a missing id", { entityType: "Product" }],
  ])("rejects %s", async (_, body) => {
    expect((await heartbeat(await buildStaff(), body)).status).toBe(400);
  });

  it("requires a session", async () => {
    expect((await heartbeat({ cookie: "" })).status).toBe(401);
  });
});
