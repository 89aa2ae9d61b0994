import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as ACT } from "@/app/api/admin/analytics/experiments/[id]/actions/route";
import { DELETE, GET as GET_ONE, PATCH } from "@/app/api/admin/analytics/experiments/[id]/route";
import { GET, POST } from "@/app/api/admin/analytics/experiments/route";
import { stopExpiredExperiments } from "@/domain/analytics/experiments/action-commands";
import { getVariantCode } from "@/domain/analytics/experiments/assignment";
import { findSlotContent, listRunningExperiments } from "@/domain/analytics/experiments/published";
import { getSlotTraffic } from "@/domain/analytics/experiments/queries";
import { db } from "@/lib/db";
import { call } from "../../../support/call";
import { buildExperiment, toExperimentInput } from "../../../support/experiments";
import { buildStaff } from "../../../support/staff";

let as: Awaited<ReturnType<typeof buildStaff>>;
beforeAll(async () => {
  as = await buildStaff("ADMIN");
});
beforeEach(async () => {
  await db.experiment.deleteMany();
  await db.analyticsEvent.deleteMany();
});

const create = (body: unknown) => call(POST, { as, method: "POST", body });
const patch = (id: string, body: unknown) =>
  call(PATCH, { as, method: "PATCH", params: { id }, body });
const remove = (id: string) => call(DELETE, { as, method: "DELETE", params: { id } });
const act = (id: string, version: number, action: object) =>
  call(ACT, { as, method: "POST", params: { id }, body: { ...action, version } });
async function read(id: string) {
  const { status, body } = await call(GET_ONE, { as, params: { id } });
  expect([status, body?.error]).toEqual([200, undefined]);
  return body?.data;
}

const START = { action: "start" };
const STOP = { action: "stop" };
const declare = (winner: number) => ({ action: "declare", winner });

describe("An experiment", () => {
  it("goes from a draft to its winner, which everybody sees until it is taken back", async () => {
    const created = await create(toExperimentInput("whatsapp", "Bouton"));
    expect(created.status).toBe(201);
    const { id, horizon, number } = created.body?.data ?? {};
    expect(horizon).toBe(686);
    expect((await act(id, 1, STOP)).status).toBe(409);
    expect((await act(id, 1, declare(1))).status).toBe(409);
    expect((await act(id, 1, START)).body?.data).toMatchObject({ state: "RUNNING", version: 2 });
    const code = getVariantCode({ slot: "whatsapp", number }, 1);
    const label = { fr: "Écrivez-nous", ar: "راسلونا" };
    expect(await findSlotContent("whatsapp", [code])).toEqual({ content: { label }, code });
    expect(await findSlotContent("whatsapp", [])).toEqual({ content: null });
    expect((await act(id, 2, START)).status).toBe(409);
    expect((await remove(id)).status).toBe(409);
    expect((await act(id, 2, STOP)).body?.data).toMatchObject({ state: "STOPPED", version: 3 });
    expect(await findSlotContent("whatsapp", [code])).toEqual({ content: null });
    expect((await act(id, 3, declare(2))).status).toBe(400);
    expect((await act(id, 3, declare(1))).body?.data).toMatchObject({ winner: 1 });
    expect(await findSlotContent("whatsapp", [])).toEqual({ content: { label } });
    expect((await remove(id)).status).toBe(409);
    expect((await act(id, 4, { action: "revert" })).body?.data.winner).toBeNull();
    expect(await findSlotContent("whatsapp", [])).toEqual({ content: null });
    expect((await remove(id)).status).toBe(200);
    expect((await remove(id)).status).toBe(404);
  });

  it("whose control wins leaves the winner before", async () => {
    const decided = { state: "STOPPED", startedAt: new Date(0), counts: [] } as const;
    const at = (day: number) => new Date(Date.UTC(2026, 10, day));
    const first = await buildExperiment(toExperimentInput("cards"));
    const second = await buildExperiment({
      ...toExperimentInput("cards"),
      slot: "cards",
      variants: [{ layout: "framed" }],
    });
    const decide = (id: string, winner: number, day: number) =>
      db.experiment.update({
        where: { id },
        data: { ...decided, stoppedAt: at(day), decidedAt: at(day), winner },
      });
    await decide(first.id, 1, 1);
    await decide(second.id, 0, 2);
    expect((await findSlotContent("cards", [])).content).toEqual({ layout: "compact" });
    await decide(second.id, 1, 2);
    expect((await findSlotContent("cards", [])).content).toEqual({ layout: "framed" });
  });

  it("is previewed as a draft, without being counted", async () => {
    const draft = await buildExperiment(toExperimentInput("cards"));
    const code = getVariantCode({ slot: "cards", number: draft.number }, 1);
    expect(await findSlotContent("cards", [code])).toEqual({ content: { layout: "compact" } });
    expect(await listRunningExperiments()).toEqual([]);
  });

  it("changes until it starts, and then only its name", async () => {
    const { id } = (await create(toExperimentInput())).body?.data ?? {};
    const changed = { ...toExperimentInput("hero"), version: 1, effect: 2.5 };
    expect((await patch(id, changed)).body?.data).toMatchObject({ slot: "hero", version: 2 });
    await act(id, 2, START);
    const renamed = { ...changed, version: 3, name: "Autre nom" };
    expect((await patch(id, { ...renamed, goal: "phone_click" })).status).toBe(409);
    expect((await patch(id, { ...renamed, variants: toExperimentInput().variants })).status).toBe(
      400,
    );
    expect((await patch(id, renamed)).body?.data).toMatchObject({ name: "Autre nom", version: 4 });
    expect((await patch(id, renamed)).body?.error).toMatchObject({
      code: "CONFLICT",
      details: { current: { version: 4 }, changedBy: as.username },
    });
    expect((await patch(id, { ...renamed, version: undefined })).status).toBe(428);
  });

  it("that runs is renamed also where its number of visitors would be computed in another way today", async () => {
    const input = toExperimentInput("hero");
    const { id } = await buildExperiment(input);
    await act(id, 1, START);
    await db.experiment.update({ where: { id }, data: { horizon: 1_000 } });
    const renamed = await patch(id, { ...input, name: "Nouveau nom", version: 2 });
    expect(renamed.body?.data).toMatchObject({ name: "Nouveau nom", horizon: 1_000 });
  });

  it("runs alone in its slot, and at most two run at once, also when all start together", async () => {
    const inputs = [
      toExperimentInput("hero"),
      toExperimentInput("hero"),
      toExperimentInput("cards"),
      toExperimentInput("buttons"),
    ];
    const drafts = await Promise.all(inputs.map((input) => buildExperiment(input)));
    const answers = await Promise.all(drafts.map(({ id }) => act(id, 1, START)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409]);
    const running = await db.experiment.findMany({ where: { state: "RUNNING" } });
    expect(new Set(running.map(({ slot }) => slot)).size).toBe(2);
  });

  it("refuses a winner while another one runs in the slot", async () => {
    const stopped = await buildExperiment(toExperimentInput("hero"));
    await act(stopped.id, 1, START);
    await act(stopped.id, 2, STOP);
    const next = await buildExperiment(toExperimentInput("hero"));
    await act(next.id, 1, START);
    expect((await act(stopped.id, 3, declare(1))).body?.error.message).toContain(next.name);
  });

  it("is listed, the running one first, and has a name of its own", async () => {
    const [first, second] = [
      await buildExperiment(toExperimentInput("hero")),
      await buildExperiment(toExperimentInput("cards")),
    ];
    await act(first.id, 1, START);
    const { body } = await call(GET, { as });
    expect(body?.data.map(({ id }: { id: string }) => id)).toEqual([first.id, second.id]);
    expect((await create(toExperimentInput("hero", first.name))).body?.error).toMatchObject({
      code: "CONFLICT",
      details: { name: expect.stringContaining("existe déjà") },
    });
  });

  it.each([
    ["variants", { variants: [] }],
    ["variants.0.label.ar", { variants: [{ label: { fr: "Écrire", ar: "" } }] }],
    ["variants.0.layout", { slot: "cards", variants: [{ layout: "toString" }] }],
    ["variants", { variants: Array.from({ length: 4 }, () => toExperimentInput().variants[0]) }],
    ["goal", { goal: "page_view" }],
    ["slot", { slot: "__proto__" }],
    ["baseline", { baseline: 0 }],
    ["effect", { baseline: 60, effect: 50 }],
    ["flagKey", { flagKey: "a b" }],
    ["name", { name: " " }],
  ])("names %s as wrong", async (field, wrong) => {
    const { status, body } = await create({ ...toExperimentInput(), ...wrong });
    expect(status).toBe(400);
    expect(Object.keys(body?.error.details ?? {})).toContain(field);
  });
});

describe("The result", () => {
  it("counts each person once, and goals after the exposure only", async () => {
    const startedAt = new Date("2026-11-01T08:00:00Z");
    const { id } = await buildExperiment(toExperimentInput("hero"));
    await db.experiment.update({ where: { id }, data: { state: "RUNNING", startedAt } });
    const at = (minutes: number) => new Date(startedAt.getTime() + minutes * 60_000);
    const see = (personId: string, variant: number, minutes: number, experiment = id) => ({
      eventType: "exposure",
      personId,
      createdAt: at(minutes),
      metadata: { experiment, variant },
    });
    const click = (personId: string | null, minutes: number, eventType = "whatsapp_click") => ({
      eventType,
      personId,
      createdAt: at(minutes),
    });
    await db.analyticsEvent.createMany({
      data: [
        see("anna", 0, 1),
        click("anna", 2),
        click("anna", 3),
        see("badr", 0, 5),
        click("badr", 4),
        see("chaima", 1, 1),
        click("chaima", 1),
        see("driss", 1, 1),
        click("driss", 9, "phone_click"),
        see("elias", 1, -1),
        click("elias", 2),
        see("fatima", 1, 1, "another"),
        click("fatima", 2),
        click("ghali", 2),
        click(null, 2),
      ],
    });
    const { result } = await read(id);
    expect(result.variants.map(({ people, converted }: never) => [people, converted])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(result).toMatchObject({ isConclusive: false, verdicts: ["undecided", "undecided"] });
  });

  it("of 500 visitors agrees with a plain loop, and survives its events once it is stopped", async () => {
    const { id, startedAt } = await buildExperiment(toExperimentInput("hero"), true);
    await db.experiment.update({
      where: { id },
      data: { startedAt: new Date(Date.now() - 86_400_000) },
    });
    expect(startedAt).not.toBeNull();
    const expected = [
      { people: 0, converted: 0 },
      { people: 0, converted: 0 },
    ];
    const events = Array.from({ length: 500 }, (_, i) => {
      const [variant, isConverted] = [i % 3 === 0 ? 1 : 0, i % 7 === 0];
      const count = expected[variant];
      if (count) {
        count.people += 1;
        count.converted += isConverted ? 1 : 0;
      }
      const person = { personId: `visitor-${i}`, createdAt: new Date(Date.now() - 3_600_000) };
      const exposure = {
        ...person,
        eventType: "exposure",
        metadata: { experiment: id, variant },
      };
      return isConverted ? [exposure, { ...person, eventType: "whatsapp_click" }] : [exposure];
    });
    await db.analyticsEvent.createMany({ data: events.flat() });
    const { result } = await read(id);
    expect(result.variants).toMatchObject(expected);
    expect(result.isSkewed).toBe(true);
    const { body } = await act(id, 1, STOP);
    expect(body?.data.counts).toEqual(expected);
    await db.analyticsEvent.deleteMany();
    expect((await read(id)).result).toEqual(result);
  });

  it("is stored when the time of an experiment has run out, with an entry in the audit log", async () => {
    const { id, name } = await buildExperiment(toExperimentInput("hero"));
    await act(id, 1, START);
    expect(await stopExpiredExperiments()).toEqual({ stopped: 0 });
    await db.experiment.update({ where: { id }, data: { startedAt: new Date(0) } });
    expect(await listRunningExperiments()).toEqual([]);
    const runs = await Promise.all([stopExpiredExperiments(), stopExpiredExperiments()]);
    expect(runs.map(({ stopped }) => stopped).toSorted()).toEqual([0, 1]);
    expect((await read(id)).experiment).toMatchObject({
      state: "STOPPED",
      version: 3,
      counts: [
        { people: 0, converted: 0 },
        { people: 0, converted: 0 },
      ],
    });
    expect(await stopExpiredExperiments()).toEqual({ stopped: 0 });
    const entries = await db.auditLog.findMany({
      where: { entityType: "Experiment", entityId: id, action: "expire_experiment" },
    });
    expect(entries).toMatchObject([
      {
        userId: as.id,
        userName: as.username,
        entityLabel: name,
        requestId: id,
        ipAddress: null,
        changes: { state: { before: "RUNNING", after: "STOPPED" } },
      },
    ]);
  });
});

describe("The traffic of a slot", () => {
  it("is that of people who consented and saw its pages", async () => {
    const view = (personId: string | null, page: string) => ({
      eventType: "page_view",
      personId,
      page,
    });
    await db.analyticsEvent.createMany({
      data: [
        view("anna", "home"),
        view("anna", "home"),
        view("badr", "home"),
        view("chaima", "product"),
        view(null, "home"),
        { eventType: "whatsapp_click", personId: "anna" },
      ],
    });
    expect(await getSlotTraffic("hero")).toMatchObject({
      peoplePerDay: 2 / 28,
      rates: { whatsapp_click: 50 },
    });
    expect((await getSlotTraffic("whatsapp")).peoplePerDay).toBe(1 / 28);
  });
});
