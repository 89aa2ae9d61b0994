import { beforeEach, describe, expect, it } from "vitest";
import { POST } from "@/app/api/admin/categories/order/route";
import { db } from "@/lib/db";
import { buildCategory } from "../../../support/build";
import { call } from "../../../support/call";
import { revalidatedTags } from "../../../support/next-cache-stub";
import { buildStaff } from "../../../support/staff";
import { recordStatements } from "../../../support/statements";

const editor = await buildStaff("ADMIN");
type Category = Awaited<ReturnType<typeof buildCategory>>;
let [a, b, c]: Category[] = [];

beforeEach(async () => {
  [a, b, c] = [
    await buildCategory({ name: "A", order: 0 }),
    await buildCategory({ name: "B", order: 1 }),
    await buildCategory({ name: "C", order: 2 }),
  ];
});

const order = (items: unknown, as: { cookie: string } = editor) =>
  call(POST, { method: "POST", as, body: { items } });
const at = (
  category: Category | undefined,
  parent: Category | null | undefined,
  place: number,
  version = 1,
) => ({
  id: category?.id,
  parentId: parent?.id ?? null,
  order: place,
  version,
});
const getPlace = async (category: Category | undefined) => {
  const {
    parentId,
    order: place,
    version,
  } = await db.category.findUniqueOrThrow({
    where: { id: category?.id ?? "" },
  });
  return [parentId, place, version];
};

describe("POST /api/admin/categories/order", () => {
  it("sets the parent and the order of several categories at once", async () => {
    revalidatedTags.length = 0;
    const { status, body } = await order([at(c, null, 0), at(b, c, 0), at(a, null, 1)]);
    expect(status).toBe(200);
    expect(await getPlace(c)).toEqual([null, 0, 2]);
    expect(await getPlace(b)).toEqual([c?.id, 0, 2]);
    expect(await getPlace(a)).toEqual([null, 1, 2]);
    const ids = body?.data.map(({ id }: { id: string }) => id);
    expect(ids.indexOf(b?.id)).toBe(ids.indexOf(c?.id) + 1);
    expect(revalidatedTags).toEqual(["catalogue"]);
  });

  it("sends at most 12 statements for three categories and for thirty", async () => {
    const many = await Promise.all(Array.from({ length: 30 }, () => buildCategory()));
    const three = [at(a, null, 9), at(b, null, 8), at(c, null, 7)];
    const thirty = many.map((category, place) => at(category, a, place));
    const [few, lots] = [
      await recordStatements(() => order(three)),
      await recordStatements(() => order(thirty)),
    ];
    expect(lots.length).toBe(few.length);
    expect(lots.length).toBeLessThanOrEqual(12);
    expect(await db.category.count({ where: { parentId: a?.id ?? "" } })).toBe(30);
  });

  it("swaps a parent with its child", async () => {
    await order([at(b, a, 0)]);
    const { status } = await order([at(b, null, 0, 2), at(a, b, 0)]);
    expect(status).toBe(200);
    expect(await getPlace(a)).toEqual([b?.id, 0, 2]);
    expect(await getPlace(b)).toEqual([null, 0, 3]);
  });

  it("writes one audit entry with the new places", async () => {
    await order([at(c, a, 0)]);
    const entry = await db.auditLog.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(entry).toMatchObject({
      action: "reorder_categories",
      entityId: c?.id,
      entityLabel: "C",
      changes: {
        places: {
          before: [expect.stringMatching(/^C \(Premier niveau, \d+\)$/)],
          after: ["C (A, 1)"],
        },
      },
    });
  });

  it.each(["__proto__", "constructor"])(
    "records the previous place of a category named %s",
    async (name) => {
      const odd = await buildCategory({ name });
      await order([at(odd, a, 9)]);
      const entry = await db.auditLog.findFirstOrThrow({ orderBy: { seq: "desc" } });
      expect(entry.changes).toMatchObject({
        places: { after: [expect.stringContaining(`${name} (A, `)] },
      });
    },
  );

  it("rejects a cycle and a fourth level, and moves nothing", async () => {
    const cycle = await order([at(a, b, 0), at(b, a, 0)]);
    expect([cycle.status, cycle.body?.error.message]).toEqual([
      400,
      expect.stringContaining("dans elle-même"),
    ]);
    await order([at(b, a, 0), at(c, b, 0)]);
    const d = await buildCategory();
    const deep = await order([at(d, c, 0)]);
    expect([deep.status, deep.body?.error.message]).toEqual([
      400,
      expect.stringContaining("Trois niveaux"),
    ]);
    expect(await getPlace(d)).toEqual([null, 0, 1]);
  });

  it("requires versions, and rejects stale ones with the current state", async () => {
    expect((await order([{ ...at(a, null, 5), version: undefined }])).status).toBe(428);
    await order([at(a, null, 5)]);
    const { status, body } = await order([at(b, null, 7), at(a, null, 6)]);
    expect([status, body?.error.details.current.id]).toEqual([409, a?.id]);
    expect(await getPlace(b)).toEqual([null, 1, 1]);
  });

  it.each([
    ["nothing", []],
    ["a value that is not a list", "x"],
    [
      "a duplicate",
      [
        { id: "x", parentId: null, order: 0 },
        { id: "x", parentId: null, order: 1 },
      ],
    ],
    ["a negative position", [{ id: "x", parentId: null, order: -1 }]],
    ["a missing position", [{ id: "x" }]],
  ])("rejects %s", async (_, items) => {
    expect((await order(items)).status).toBe(400);
  });

  it("rejects signed-out users, unknown categories and unknown parents", async () => {
    expect((await order([{ ...at(a, null, 0), id: "inconnue" }])).status).toBe(404);
    expect((await order([{ ...at(a, null, 0), parentId: "inconnue" }])).status).toBe(400);
    expect((await order([at(a, null, 0)], await buildStaff("VIEWER"))).status).toBe(403);
  });
});
