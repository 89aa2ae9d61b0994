import { beforeAll, describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/admin/analytics/definitions/[id]/route";
import { GET, POST } from "@/app/api/admin/analytics/definitions/route";
import { GET as FUNNEL } from "@/app/api/admin/analytics/funnels/[id]/route";
import { GET as REPORT } from "@/app/api/admin/analytics/reports/[id]/route";
import { GET as FIGURES } from "@/app/api/admin/analytics/route";
import { findSegmentFilter } from "@/domain/analytics/definitions/queries";
import {
  buildDefinition,
  buildShare,
  toFunnel,
  toSegment,
} from "../../../support/analytics-definitions";
import { storeFixture } from "../../../support/analytics-fixture";
import { call } from "../../../support/call";
import { newWord } from "../../../support/search";
import { buildStaff } from "../../../support/staff";

let as: Awaited<ReturnType<typeof buildStaff>>;
beforeAll(async () => {
  as = await buildStaff("ADMIN");
  await storeFixture();
});

const PERIOD = "period=custom&from=2026-11-01&to=2026-11-20&compare=none";
const create = (body: unknown) => call(POST, { as, method: "POST", body });
const patch = (id: string, body: unknown) =>
  call(PATCH, { as, method: "PATCH", params: { id }, body });
const remove = (id: string) => call(DELETE, { as, method: "DELETE", params: { id } });

async function save(body: unknown): Promise<string> {
  const { status, body: answer } = await create(body);
  expect(status).toBe(201);
  return answer?.data.id;
}

describe("A segment", () => {
  it("filters the figures, funnels and reports by its conditions", async () => {
    const id = await save({
      kind: "SEGMENT",
      name: newWord(),
      definition: { filter: { device: ["phone"], town: ["Zagora", "Tinghir"] } },
    });
    const both = await call(FIGURES, { as, query: `${PERIOD}&segment=${id}&locale=fr` });
    const alone = await call(FIGURES, { as, query: `${PERIOD}&segment=${id}` });
    const { visitors } = alone.body?.data.figures ?? {};
    expect(visitors.current).toBeGreaterThan(both.body?.data.figures.visitors.current);
    const funnel = await call(FUNNEL, {
      as,
      params: { id: "defaut" },
      query: `${PERIOD}&segment=${id}`,
    });
    expect(funnel.body?.data.steps[0].count).toBe(alone.body?.data.figures.visits.current);
  });

  it("that does not exist matches no visit", async () => {
    expect(await findSegmentFilter("missing")).toEqual({ product: ["missing"] });
    const { body } = await call(FIGURES, { as, query: `${PERIOD}&segment=missing` });
    expect(body?.data.figures.visitors.current).toBe(0);
  });

  it("stays while a report or an open link uses it", async () => {
    const segment = await buildDefinition();
    const report = await save({
      kind: "REPORT",
      name: newWord(),
      definition: { dimension: "product", measure: "requests", segment: segment.id },
    });
    expect((await remove(segment.id)).body?.error.message).toContain("s'en sert");
    expect((await remove(report)).status).toBe(200);
    const share = await buildShare({ kind: "FIGURES", query: { segment: segment.id } });
    expect(share.id).toBeTruthy();
    expect((await remove(segment.id)).status).toBe(409);
  });
});

describe("A saved definition", () => {
  it("is listed by kind, changed with its version, and deleted", async () => {
    const funnel = toFunnel();
    const id = await save(funnel);
    const { body } = await call(GET, { as, query: "kind=FUNNEL" });
    expect(body?.data).toContainEqual({ id, version: 1, ...funnel });
    const name = newWord();
    const changed = await patch(id, { ...funnel, name, version: 1 });
    expect(changed.body?.data).toMatchObject({ name, version: 2 });
    expect((await patch(id, { ...funnel, version: 1 })).body?.error).toMatchObject({
      code: "CONFLICT",
      details: { current: { name, version: 2 }, changedBy: as.username },
    });
    expect((await patch(id, funnel)).status).toBe(428);
    expect((await remove(id)).status).toBe(200);
    expect((await remove(id)).status).toBe(404);
  });

  it("keeps its kind", async () => {
    const { id } = await buildDefinition();
    expect((await patch(id, { ...toFunnel(), version: 1 })).status).toBe(404);
  });

  it("has a name that no other of its kind has", async () => {
    const name = newWord();
    await save(toSegment(name));
    await save(toFunnel(name));
    expect((await create(toSegment(name))).body?.error).toMatchObject({
      code: "CONFLICT",
      details: { name: expect.stringContaining("existe déjà") },
    });
  });

  const STEP = { name: "Étape", conditions: [{ event: ["search"] }] };
  const FUNNEL_RULES = { windowMinutes: 30, scope: "session", isOrdered: true };
  it.each([
    ["an unknown kind", { kind: "__proto__", name: "x", definition: {} }],
    ["no name", { ...toSegment(), name: "  " }],
    ["a NUL in the name", { ...toSegment(), name: "a\0b" }],
    ["a long name", { ...toSegment(), name: "x".repeat(81) }],
    ["an empty filter", { ...toSegment(), definition: { filter: {} } }],
    ["an empty list", { ...toSegment(), definition: { filter: { town: [] } } }],
    ["an unknown property", { ...toSegment(), definition: { filter: { constructor: ["x"] } } }],
    ["an unknown device", { ...toSegment(), definition: { filter: { device: ["fridge"] } } }],
    [
      "too many values",
      { ...toSegment(), definition: { filter: { town: Array.from({ length: 21 }, String) } } },
    ],
    ["a lone surrogate", { ...toSegment(), definition: { filter: { town: ["\ud800"] } } }],
    ["one step", { ...toFunnel(), definition: { ...FUNNEL_RULES, steps: [STEP] } }],
    [
      "nine steps",
      {
        ...toFunnel(),
        definition: { ...FUNNEL_RULES, steps: Array.from({ length: 9 }, () => STEP) },
      },
    ],
    [
      "a step without condition",
      {
        ...toFunnel(),
        definition: { ...FUNNEL_RULES, steps: [STEP, { name: "x", conditions: [{}] }] },
      },
    ],
    [
      "no window",
      { ...toFunnel(), definition: { ...FUNNEL_RULES, windowMinutes: 0, steps: [STEP, STEP] } },
    ],
    [
      "an unknown measure",
      { kind: "REPORT", name: "x", definition: { dimension: "day", measure: "toString" } },
    ],
    ["an unknown card", { kind: "BOARD", name: "x", definition: { cards: [{ card: "iframe" }] } }],
    ["no card", { kind: "BOARD", name: "x", definition: { cards: [] } }],
  ])("is refused with %s", async (_, body) => {
    expect((await create(body)).status).toBe(400);
  });
});

describe("A saved report", () => {
  it("is counted with its filter and segment", async () => {
    const segment = await buildDefinition();
    const id = await save({
      kind: "REPORT",
      name: newWord(),
      definition: { dimension: "day", measure: "visitors", period: "365", segment: segment.id },
    });
    const { status, body } = await call(REPORT, { as, params: { id } });
    expect(status).toBe(200);
    expect(body?.data.isCutOff).toBe(true);
    expect((await call(REPORT, { as, params: { id: "missing" } })).status).toBe(404);
    expect((await call(FUNNEL, { as, params: { id: "missing" } })).status).toBe(404);
  });
});
