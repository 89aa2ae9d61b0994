import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { assignVariant, getVariantCode } from "@/domain/analytics/experiments/assignment";
import type { Slot } from "@/domain/analytics/experiments/slots";
import { db } from "@/lib/db";
import { newClientHeaders } from "../../support/analytics";
import { call } from "../../support/call";
import { buildExperiment, toExperimentInput } from "../../support/experiments";
import { startPostHogServer } from "../../support/posthog-server";
import { forwardedFor, newIpAddress } from "../../support/sign-in";

async function loadShop() {
  const [track, consent, buffer] = await Promise.all([
    import("@/app/api/analytics/track/route"),
    import("@/app/api/public/consent/route"),
    import("@/domain/analytics/buffer-commands"),
  ]);
  return { track: track.POST, choose: consent.POST, flushEvents: buffer.flushEvents };
}

let posthog: Awaited<ReturnType<typeof startPostHogServer>>;
let shop: Awaited<ReturnType<typeof loadShop>>;

beforeAll(async () => {
  posthog = await startPostHogServer();
  process.env.NEXT_PUBLIC_POSTHOG_KEY = "phc_test";
  process.env.NEXT_PUBLIC_POSTHOG_HOST = posthog.url;
  vi.resetModules();
  shop = await loadShop();
});
afterAll(() => posthog.stop());
beforeEach(async () => {
  await db.experiment.deleteMany();
  await db.analyticsEvent.deleteMany();
});
afterEach(() => posthog.setAnswer(() => null));

const newPerson = () => randomBytes(16).toString("base64url");

async function start(slot: Slot, flagKey: string | null = null) {
  const { id } = await buildExperiment({ ...toExperimentInput(slot), flagKey }, true);
  const { number } = await db.experiment.update({
    where: { id },
    data: { startedAt: new Date(Date.now() - 60_000) },
  });
  const experiment = { id, number, slot, variants: [{}] };
  return {
    ...experiment,
    getOwn: (person: string) => assignVariant(experiment, person),
    getCode: (variant: number) => getVariantCode(experiment, variant),
  };
}

const withConsent = (person: string, more = "", wording = "visits-3") => ({
  ...newClientHeaders(),
  cookie: `consent=${wording}.accepted.20261130; visitor=${person}.20261130${more}`,
});

async function see(variants: readonly string[], headers: Record<string, string>) {
  const body = [
    { eventType: "page_view", id: randomUUID(), path: "/" },
    ...variants.map((variant) => ({ eventType: "exposure", id: randomUUID(), path: "/", variant })),
  ];
  const answer = await call(shop.track, { method: "POST", body, headers });
  await shop.flushEvents();
  expect(answer.status).toBe(202);
  return answer.headers.getSetCookie();
}

const listExposures = () =>
  db.analyticsEvent.findMany({
    where: { eventType: "exposure" },
    select: { personId: true, metadata: true, page: true },
  });

describe("An exposure", () => {
  it("is stored once of a person who consented and saw their own variant", async () => {
    const experiment = await start("hero");
    const person = newPerson();
    const variant = experiment.getOwn(person);
    const code = experiment.getCode(variant);
    await see([code, code], withConsent(person));
    await see([code], withConsent(person));
    expect(await listExposures()).toEqual([
      { personId: person, page: "home", metadata: { experiment: experiment.id, variant } },
    ]);
  });

  it("of a variant of others, or of no running experiment, is not stored", async () => {
    const experiment = await start("hero");
    const person = newPerson();
    const other = experiment.getCode(1 - experiment.getOwn(person));
    await see([other, "a001", "", "toString", "__proto"], withConsent(person));
    expect(await listExposures()).toEqual([]);
    expect(await db.analyticsEvent.count({ where: { eventType: "page_view" } })).toBe(1);
  });

  it.each([
    ["without consent", (_: string) => newClientHeaders()],
    ["after consent to an older text", (person: string) => withConsent(person, "", "visits-2")],
    [
      "with Global Privacy Control",
      (person: string) => ({ ...withConsent(person), "sec-gpc": "1" }),
    ],
    ["of a bot", (person: string) => ({ ...withConsent(person), "user-agent": "Googlebot/2.1" })],
  ])("is not stored %s, and sets no cookie", async (_, getHeaders) => {
    const experiment = await start("hero");
    const person = newPerson();
    const cookies = await see([experiment.getCode(experiment.getOwn(person))], getHeaders(person));
    expect(cookies).toEqual([]);
    expect(await listExposures()).toEqual([]);
  });
});

describe("The cookie of the variants", () => {
  it("is set when people accept, follows the running experiments, and goes with a refusal", async () => {
    const [cards, hero] = [await start("cards"), await start("hero")];
    const choose = (choice: string, cookie = "") =>
      call(shop.choose, {
        method: "POST",
        body: { choice, wording: "visits-3" },
        headers: { ...forwardedFor(newIpAddress()), cookie },
      });
    const [, visitor = "", variants] = (await choose("accepted")).headers.getSetCookie();
    const person = /visitor=([\w-]{22})/.exec(visitor)?.[1] ?? "";
    const expected = [hero, cards].map((each) => each.getCode(each.getOwn(person))).join(".");
    expect(variants).toMatch(
      new RegExp(`^variants=${expected}; SameSite=Lax; Path=/; Max-Age=15724800`),
    );

    expect(await see([], withConsent(person, `; variants=${expected}`))).toEqual([]);
    await db.experiment.delete({ where: { id: cards.id } });
    const left = hero.getCode(hero.getOwn(person));
    expect(await see([], withConsent(person, `; variants=${expected}`))).toEqual([
      expect.stringMatching(`^variants=${left};`),
    ]);
    expect(await see([], { ...newClientHeaders(), cookie: "variants=a001" })).toEqual([
      expect.stringMatching(/^variants=; .*Max-Age=0/),
    ]);
    const refused = await choose("refused", `consent=visits-3.accepted; variants=${left}`);
    expect(refused.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^variants=; .*Max-Age=0/),
    );
  });

  it("is not set by consent to a text without experiments, and stays that of a preview for staff", async () => {
    const hero = await start("hero");
    const { headers } = await call(shop.choose, {
      method: "POST",
      body: { choice: "accepted", wording: "visits-1" },
      headers: forwardedFor(newIpAddress()),
    });
    expect(headers.getSetCookie()).toHaveLength(2);
    const staff = withConsent(newPerson(), `; variants=${hero.getCode(1)}; device=x`);
    expect(await see([], { ...staff, cookie: `${staff.cookie}; session=x` })).toEqual([]);
  });
});

describe("A feature flag of PostHog", () => {
  const answerWith = (variant: string | null) =>
    posthog.setAnswer(({ url }) =>
      url.startsWith("/flags/")
        ? {
            body: {
              errorsWhileComputingFlags: false,
              requestId: "request-1",
              flags: variant === null ? {} : { "new-cards": { ...FLAG, variant } },
            },
          }
        : null,
    );
  const FLAG = {
    key: "new-cards",
    enabled: true,
    reason: { code: "condition_match", condition_index: 0, description: "" },
    metadata: { id: 1, version: 1, payload: null },
  };

  it.each([
    ["control", 0],
    ["test", 1],
  ])("assigns %s as variant %d, and is asked once", async (name, variant) => {
    answerWith(name);
    const experiment = await start("cards", "new-cards");
    const person = newPerson();
    const code = experiment.getCode(variant);
    // A slow machine may miss the half second that the shop waits.
    await vi.waitFor(
      async () =>
        expect(await see([code], withConsent(person))).toEqual([
          expect.stringMatching(`^variants=${code};`),
        ]),
      { timeout: 10_000 },
    );
    posthog.received.length = 0;
    await see([experiment.getCode(1 - variant)], withConsent(person));
    expect(await listExposures()).toMatchObject([
      { personId: person, metadata: { experiment: experiment.id, variant } },
    ]);
    expect(posthog.received.filter(({ url }) => url.startsWith("/flags/"))).toEqual([]);
  });

  it.each([["test-2"], [null]])("that answers %s assigns nothing", async (name) => {
    answerWith(name);
    const experiment = await start("cards", "new-cards");
    expect(await see([experiment.getCode(1)], withConsent(newPerson()))).toEqual([]);
    expect(await listExposures()).toEqual([]);
  });

  it("does not hold up the answer while PostHog is away", async () => {
    posthog.setAnswer(() => new Promise(() => undefined));
    const experiment = await start("cards", "new-cards");
    const startedAt = Date.now();
    expect(await see([experiment.getCode(1)], withConsent(newPerson()))).toEqual([]);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });
});
