import { beforeAll, describe, expect, it } from "vitest";
import { DELETE } from "@/app/api/admin/analytics/shares/[id]/route";
import { GET, POST } from "@/app/api/admin/analytics/shares/route";
import { findShare } from "@/domain/analytics/shares/queries";
import { db } from "@/lib/db";
import { buildShare } from "../../../support/analytics-definitions";
import { call } from "../../../support/call";
import { buildStaff } from "../../../support/staff";

let as: Awaited<ReturnType<typeof buildStaff>>;
beforeAll(async () => {
  as = await buildStaff("ADMIN");
});

const DAY_MS = 86_400_000;
const target = { kind: "FIGURES", query: { period: "7", device: "phone" } };
const create = (body: object) =>
  call(POST, { as, method: "POST", body: { name: "Pour la banque", days: 7, target, ...body } });

describe("A shared link", () => {
  it("shows its figures until it expires, and stores no token", async () => {
    const { status, body } = await create({});
    expect(status).toBe(201);
    const { id, url, expiresAt } = body?.data ?? {};
    const token = new URL(url).pathname.split("/").at(-1) ?? "";
    expect(await findShare(token)).toMatchObject({
      name: "Pour la banque",
      target: { kind: "FIGURES", query: { period: "7", compare: "previous", device: "phone" } },
    });
    expect(await findShare(token, new Date(Date.parse(expiresAt) + 1))).toBeNull();
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6 * DAY_MS);
    expect(JSON.stringify(await db.analyticsShare.findMany())).not.toContain(token);
    expect(JSON.stringify(await db.auditLog.findMany())).not.toContain(token);
    const { body: listed } = await call(GET, { as });
    expect(listed?.data).toContainEqual({ id, name: "Pour la banque", expiresAt });
  });

  it("closes at once when it is revoked", async () => {
    const { id, token } = await buildShare();
    expect(await findShare(token)).not.toBeNull();
    const revoke = () => call(DELETE, { as, method: "DELETE", params: { id } });
    expect((await revoke()).status).toBe(200);
    expect(await findShare(token)).toBeNull();
    expect((await revoke()).status).toBe(404);
  });

  it.each(["", "x", "constructor", "a".repeat(5_000), "%00", "👷🏽"])(
    "is not found under the token %s",
    async (token) => {
      expect(await findShare(token)).toBeNull();
    },
  );

  it.each([
    { days: 8 },
    { days: "7" },
    { name: "" },
    { name: "x".repeat(81) },
    { target: { kind: "BOARD" } },
    { target: { kind: "FIGURES", query: { period: "8" } } },
    { target: { kind: "FIGURES", query: { __proto__: null, unknown: "x" } } },
  ])("is refused with %j", async (change) => {
    expect((await create(change)).status).toBe(400);
  });
});
