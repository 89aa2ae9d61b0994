import { beforeAll, describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/admin/search/synonyms/[id]/route";
import { GET, POST } from "@/app/api/admin/search/synonyms/route";
import { readSearchConfig, SEARCH_CONFIG_CHANGE } from "@/domain/search/config-published";
import { db } from "@/lib/db";
import { call } from "../../../support/call";
import { buildSynonym, newWord } from "../../../support/search";
import { buildStaff } from "../../../support/staff";

let as: Awaited<ReturnType<typeof buildStaff>>;
beforeAll(async () => {
  as = await buildStaff("ADMIN");
});

const create = (body: unknown) => call(POST, { as, method: "POST", body });
const patch = (id: string, body: unknown) =>
  call(PATCH, { as, method: "PATCH", params: { id }, body });
const remove = (id: string) => call(DELETE, { as, method: "DELETE", params: { id } });

async function readChange(): Promise<unknown> {
  const [row] = await db.$queryRaw<
    { change: string }[]
  >`SELECT ${SEARCH_CONFIG_CHANGE} AS "change"`;
  return row?.change;
}

describe("Synonyms", () => {
  it("are stored without empty words and repetitions, and reach the search", async () => {
    const [one, two] = [newWord(), newWord()];
    const terms = [` ${one} `, "", one.toUpperCase(), two];
    const { status, body } = await create({ terms });
    expect([status, body?.data]).toEqual([
      201,
      { id: expect.any(String), version: 1, terms: [one.toUpperCase(), two], finds: [] },
    ]);
    const oneWay = await create({ terms: [one], finds: ["robinet", "مغسلة"] });
    expect(oneWay.status).toBe(201);
    const { synonyms } = await readSearchConfig();
    expect(synonyms).toContainEqual({ terms: [one.toUpperCase(), two] });
    expect(synonyms).toContainEqual({ terms: [one], finds: ["robinet", "مغسلة"] });
    const viewer = await buildStaff("VIEWER");
    const { body: list } = await call(GET, { as: viewer });
    expect(list?.data.slice(0, 2)).toEqual([oneWay.body?.data, body?.data]);
  });

  it.each([
    ["no word", { terms: [] }, "terms"],
    ["empty words", { terms: [" ", "\u200b"], finds: ["robinet"] }, "terms"],
    ["one word that finds nothing", { terms: ["robini"] }, "finds"],
    ["the same word twice", { terms: ["robini", "ROBINI"] }, "finds"],
    ["a word without letters", { terms: ["robini"], finds: ["***"] }, "finds.0"],
    ["a long word", { terms: ["x".repeat(81)], finds: ["robinet"] }, "terms.0"],
    ["too many words", { terms: Array.from({ length: 21 }, (_, n) => `mot ${n}`) }, "terms"],
    ["an unknown field", { terms: ["robini"], finds: ["robinet"], locale: "FR" }, "locale"],
    ["a text instead of a list", { terms: "robini", finds: ["robinet"] }, "terms"],
  ])("are rejected with %s", async (_, body, field) => {
    const { status, body: answer } = await create(body);
    expect([status, Object.keys(answer?.error.details)]).toEqual([400, [field]]);
  });

  it("are edited from the version that the editor saw", async () => {
    const { id, terms } = await buildSynonym();
    expect((await patch(id, { finds: ["mitigeur"] })).status).toBe(428);
    expect((await patch(id, { version: 1, finds: [] })).status).toBe(400);
    const edited = await patch(id, { version: 1, finds: ["mitigeur"] });
    expect(edited.body?.data).toEqual({ id, version: 2, terms, finds: ["mitigeur"] });
    const stale = await patch(id, { version: 1, finds: ["vanne"] });
    expect([stale.status, stale.body?.error.details.current.finds]).toEqual([409, ["mitigeur"]]);
  });

  it("are deleted once", async () => {
    const { id, terms } = await buildSynonym();
    expect((await remove(id)).status).toBe(200);
    expect((await remove(id)).status).toBe(404);
    expect((await readSearchConfig()).synonyms).not.toContainEqual({ terms, finds: ["robinet"] });
  });

  it("move the mark of change with each change, and with nothing else", async () => {
    const marks = [await readChange()];
    const { body } = await create({ terms: [newWord()], finds: ["robinet"] });
    marks.push(await readChange());
    await patch(body?.data.id, { version: 1, finds: ["vanne"] });
    marks.push(await readChange());
    await remove(body?.data.id);
    marks.push(await readChange());
    expect(new Set(marks).size).toBe(4);
    await create({ terms: [] });
    await patch("none", { version: 1, finds: ["vanne"] });
    expect(await readChange()).toBe(marks[3]);
    for (const mark of marks) expect(mark).toMatch(/^\d+$/);
  });
});
