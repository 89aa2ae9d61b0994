import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/admin/canned-replies/[id]/route";
import { GET, POST } from "@/app/api/admin/canned-replies/route";
import { db } from "@/lib/db";
import { call } from "../../../support/call";
import { buildCannedReply } from "../../../support/messages";
import { buildStaff } from "../../../support/staff";

type Staff = Awaited<ReturnType<typeof buildStaff>>;
let staff: Staff;

beforeEach(async () => {
  await db.cannedReply.deleteMany();
  staff = await buildStaff();
});

const create = (body: object) => call(POST, { method: "POST", as: staff, body });
const patch = (id: string, body: object) =>
  call(PATCH, { method: "PATCH", as: staff, params: { id }, body });
const text = (fields: object = {}) => ({
  title: `Livraison ${randomUUID()}`,
  body: "Bonjour {{prenom}}, nous livrons.",
  locale: "FR",
  ...fields,
});

describe("Canned replies", () => {
  it("are created, listed by language and title, updated and deleted", async () => {
    const made = await create(text({ title: "B" }));
    expect([made.status, made.body?.data.version]).toEqual([201, 1]);
    await create(text({ title: "A" }));
    await create(text({ title: "التوصيل", locale: "AR" }));
    const listed = (await call(GET, { as: staff })).body?.data;
    expect(listed.map(({ title }: { title: string }) => title)).toEqual(["A", "B", "التوصيل"]);
    const { id } = made.body?.data ?? {};
    const changed = await patch(id, { version: 1, body: "Autre texte." });
    expect(changed.body?.data).toMatchObject({ title: "B", body: "Autre texte.", version: 2 });
    const gone = await call(DELETE, { method: "DELETE", as: staff, params: { id } });
    expect(gone.status).toBe(200);
    expect(await db.cannedReply.count({ where: { id } })).toBe(0);
  });

  it("require the version, and accept one of two parallel edits", async () => {
    const { id } = await buildCannedReply();
    expect((await patch(id, { body: "Sans version." })).status).toBe(428);
    const both = await Promise.all(["Un", "Deux"].map((body) => patch(id, { version: 1, body })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body?.error.details).toMatchObject({
      changedBy: staff.username,
      current: { version: 2 },
    });
  });

  it("have a unique title for each language, also under twenty parallel creates", async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => create(text({ title: "Même" }))),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = all.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(19);
    expect(refused[0]?.body?.error.details).toHaveProperty("title");
    expect((await create(text({ title: "Même", locale: "AR" }))).status).toBe(201);
    const other = await buildCannedReply();
    expect((await patch(other.id, { version: 1, title: "Même" })).status).toBe(409);
  });

  it("reject invalid input", async () => {
    const bodies = [
      {},
      text({ title: " " }),
      text({ locale: "EN" }),
      text({ body: "" }),
      text({ x: 1 }),
    ];
    for (const body of bodies) expect([body, (await create(body)).status]).toEqual([body, 400]);
    expect((await patch("nobody", { version: 1, body: "Oui." })).status).toBe(404);
    const viewer = await buildStaff("VIEWER");
    expect((await call(GET, { as: viewer })).status).toBe(403);
  });
});
