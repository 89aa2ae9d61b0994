import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db";
import { PHONE_BROWSER } from "../support/analytics";
import { call } from "../support/call";
import { buildContactFields } from "../support/contact";
import { startPostHogServer } from "../support/posthog-server";
import { forwardedFor, newIpAddress } from "../support/sign-in";
import { buildStaff } from "../support/staff";

const ID = "AbCdEfGhIjKlMnOpQrSt_-";
const ACCEPTED = `session=staff; consent=posthog-2.accepted.20261130; visitor=${ID}.20261130`;
const KEY = "phc_test";

const newPersonId = () => randomBytes(16).toString("base64url");

async function loadModules() {
  const [relay, contact, subscribe, limits, consent, lead, messages, click] = await Promise.all([
    import("@/app/api/relay/[...path]/route"),
    import("@/app/api/public/contact/route"),
    import("@/app/api/public/newsletter/subscribe/route"),
    import("@/lib/posthog/relay"),
    import("@/app/api/public/consent/route"),
    import("@/app/api/admin/leads/[id]/route"),
    import("@/app/api/admin/messages/bulk/route"),
    import("@/app/w/[code]/route"),
  ]);
  return {
    relay,
    contact: contact.POST,
    subscribe: subscribe.POST,
    consent: consent.POST,
    changeLead: lead.PATCH,
    changeMessages: messages.POST,
    click: click.GET,
    ...limits,
  };
}

let server: Awaited<ReturnType<typeof startPostHogServer>>;
let shop: Awaited<ReturnType<typeof loadModules>>;

beforeAll(async () => {
  server = await startPostHogServer();
  process.env.NEXT_PUBLIC_POSTHOG_KEY = KEY;
  process.env.NEXT_PUBLIC_POSTHOG_HOST = server.url;
  vi.resetModules();
  shop = await loadModules();
});
afterEach(() => {
  server.received.length = 0;
  server.setAnswer(() => null);
});
afterAll(() => server.stop());

interface Sent {
  method?: "GET" | "POST";
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

function send({ method = "POST", path, body = [], headers = {} }: Sent) {
  const { GET, POST } = shop.relay;
  const params = { path: path.split("/") };
  return call(method === "GET" ? GET : POST, {
    method,
    params,
    query: "ip=0&ver=1.2",
    ...(method === "POST" && { body }),
    headers: { cookie: ACCEPTED, ...forwardedFor(newIpAddress()), ...headers },
  }).catch(() => null);
}

const listReceived = () => server.received.map(({ method, url }) => `${method} ${url}`);

describe("A request of the browser to PostHog", () => {
  it("passes on path, query and content, but neither cookies nor the client's address", async () => {
    await send({ path: "e", body: [{ event: "$pageview" }] });
    const [request] = server.received;
    expect(listReceived()).toEqual(["POST /e/?ip=0&ver=1.2"]);
    expect(request?.body.toString()).toBe('[{"event":"$pageview"}]');
    expect(Object.keys(request?.headers ?? {})).not.toEqual(
      expect.arrayContaining(["cookie", "x-forwarded-for"]),
    );
    expect(JSON.stringify(request?.headers)).not.toContain("session");
  });

  it.each([
    ["POST", "i/v0/e", "POST /i/v0/e/?ip=0&ver=1.2"],
    ["POST", "s", "POST /s/?ip=0&ver=1.2"],
    ["POST", "flags", "POST /flags/?ip=0&ver=1.2"],
    ["GET", `array/${KEY}/config`, `GET /array/${KEY}/config?ip=0&ver=1.2`],
  ] as const)("is relayed: %s %s", async (method, path, expected) => {
    await send({ method, path });
    expect(listReceived()).toEqual([expected]);
  });

  it.each([
    ["POST", "api/projects"],
    ["POST", "e/../api"],
    ["POST", "static/array.js"],
    ["POST", "array/phc_test/config"],
    ["GET", "array/phc_other/config"],
    ["GET", "flags"],
    ["GET", "http:/127.0.0.1/x"],
    ["POST", "\0"],
    ["POST", "E"],
  ] as const)("is not relayed: %s %s", async (method, path) => {
    const answer = await send({ method, path });
    expect(answer?.status).toBeGreaterThanOrEqual(400);
    expect(answer?.status).toBeLessThan(500);
    expect(server.received).toEqual([]);
  });

  it.each([
    ["without a choice", { cookie: "" }],
    ["after a refusal", { cookie: ACCEPTED.replace("accepted", "refused") }],
    ["after consent to another text", { cookie: ACCEPTED.replace("posthog-2", "visits-2") }],
    ["without an id", { cookie: ACCEPTED.replace(ID, "me") }],
    ["with Sec-GPC", { "sec-gpc": "1" }],
  ])("is not relayed %s", async (_, headers) => {
    expect((await send({ path: "e", headers }))?.status).toBe(404);
    expect(server.received).toEqual([]);
  });

  it("is refused beyond two megabytes", async () => {
    const body = "x".repeat(shop.MAX_RELAYED_BYTES);
    expect((await send({ path: "s", body }))?.status).toBe(413);
    expect(server.received).toEqual([]);
  });

  it.each([
    ["answers an error", () => ({ status: 500, body: {} })],
    ["redirects", () => ({ status: 302, body: {} })],
    ["answers too much", () => ({ body: "x".repeat(1024 * 1024) })],
    ["hangs", () => new Promise<never>(() => undefined)],
  ])("gets 503 when PostHog %s", async (_, answer) => {
    const startTimeout = AbortSignal.timeout.bind(AbortSignal);
    vi.spyOn(AbortSignal, "timeout").mockImplementation(() => startTimeout(500));
    server.setAnswer(answer);
    expect((await send({ path: "e" }))?.status).toBe(503);
  });

  it("gets the status of an answer that refuses it, and no cookie", async () => {
    server.setAnswer(() => ({ status: 401, body: { type: "authentication_error" } }));
    const { POST } = shop.relay;
    const { NextRequest } = await import("next/server");
    const response = await POST(
      new NextRequest("http://shop.test/api/relay/e", {
        method: "POST",
        body: "[]",
        headers: {
          "sec-fetch-site": "same-origin",
          cookie: ACCEPTED,
          "content-type": "text/plain",
        },
      }),
      { params: Promise.resolve({ path: ["e"] }) },
    );
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ type: "authentication_error" });
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe("An event on the server", () => {
  const post = (route: typeof shop.contact, body: unknown, cookie: string) =>
    call(route, { method: "POST", body, headers: { cookie, ...forwardedFor(newIpAddress()) } });
  const subscription = () => ({ email: `p${Math.random()}@exemple.ma`, locale: "fr" });

  it("reaches PostHog with the id of a person who accepted, and nothing that the person wrote", async () => {
    const message = buildContactFields();
    expect((await post(shop.contact, message, ACCEPTED)).status).toBe(201);
    expect((await post(shop.subscribe, subscription(), ACCEPTED)).status).toBe(202);
    await expect
      .poll(() =>
        server
          .listEvents()
          .map(({ event }) => event)
          .toSorted(),
      )
      .toEqual(["contact_submit", "newsletter_subscribe"]);
    for (const { distinct_id, properties } of server.listEvents()) {
      expect([distinct_id, properties.$geoip_disable]).toEqual([ID, true]);
    }
    const sent = JSON.stringify(server.listEvents());
    expect(sent).not.toContain(message.email);
    expect(sent).not.toContain("zellige");
  });

  it("is not sent for anybody else", async () => {
    for (const cookie of ["", ACCEPTED.replace("accepted", "refused"), `visitor=${ID}.20261130`]) {
      expect((await post(shop.contact, buildContactFields(), cookie)).status).toBe(201);
    }
    await new Promise((done) => setTimeout(done, 300));
    expect(server.received).toEqual([]);
  });
});

describe("The stages of a lead", () => {
  const visitors = (personId = newPersonId()) => ({
    personId,
    headers: {
      "user-agent": PHONE_BROWSER,
      cookie: `consent=posthog-2.accepted.20261130; visitor=${personId}.20261130`,
      ...forwardedFor(newIpAddress()),
    },
  });
  async function follow({ headers }: ReturnType<typeof visitors>) {
    const { NextRequest } = await import("next/server");
    const request = new NextRequest("http://shop.test/w/contact", {
      headers: { host: "shop.test", "sec-fetch-dest": "document", ...headers },
    });
    await shop.click(request, { params: Promise.resolve({ code: "contact" }) });
  }
  async function click(visitor = visitors()) {
    await follow(visitor);
    const { personId } = visitor;
    return db.lead.findFirstOrThrow({ where: { personId }, orderBy: { createdAt: "desc" } });
  }
  async function change(id: string, body: object) {
    const { version } = await db.lead.findUniqueOrThrow({ where: { id } });
    const as = await buildStaff("SUPER_ADMIN");
    const options = { method: "PATCH", as, params: { id }, body: { ...body, version } } as const;
    expect((await call(shop.changeLead, options)).status).toBe(200);
  }
  const listStages = () =>
    server
      .listEvents()
      .filter(({ event }) => event.startsWith("lead_"))
      .map(({ event, distinct_id, properties: { kind, amount } }) => {
        return { event, person: distinct_id, kind, amount };
      });

  it("reach PostHog once each, a sale with its amount, and no content", async () => {
    const { id, personId: person } = await click();
    await change(id, { status: "REPLIED" });
    await change(id, { note: "Mme Alaoui, zellige vert" });
    await change(id, { status: "QUOTED" });
    await change(id, { status: "SOLD", amount: "1250.50" });
    await change(id, { amount: "1300.00" });
    const stage = { person, kind: "WHATSAPP", amount: null };
    await expect.poll(listStages).toEqual([
      { ...stage, event: "lead_replied" },
      { ...stage, event: "lead_quoted" },
      { ...stage, event: "lead_sold", amount: 1250.5 },
      { ...stage, event: "lead_sold", amount: 1300 },
    ]);
    expect(JSON.stringify(server.listEvents())).not.toContain("Alaoui");
  });

  it("include the reply before a sale, and a loss", async () => {
    const [sold, lost] = [await click(), await click()];
    await change(sold.id, { status: "SOLD" });
    await change(lost.id, { status: "LOST" });
    await expect
      .poll(() => listStages().map(({ event }) => event))
      .toEqual(["lead_replied", "lead_sold", "lead_lost"]);
  });

  it("of a message follow what staff do in the inbox", async () => {
    const { personId, headers } = visitors();
    const message = buildContactFields();
    await call(shop.contact, { method: "POST", body: message, headers });
    const lead = await db.lead.findFirstOrThrow({ where: { personId } });
    const as = await buildStaff("SUPER_ADMIN");
    const body = { selection: { ids: [lead.messageId] }, action: "replied" };
    await call(shop.changeMessages, { method: "POST", as, body });
    await expect
      .poll(listStages)
      .toEqual([{ event: "lead_replied", person: personId, kind: "MESSAGE", amount: null }]);
  });

  it.each([
    ["accepted another text", (cookie: string) => cookie.replace("posthog-2", "visits-2")],
    ["refused", (cookie: string) => cookie.replace("accepted", "refused")],
  ])("of a person who %s are not sent", async (_, toCookie) => {
    const visitor = visitors();
    const { headers } = visitor;
    const request = { ...headers, cookie: toCookie(headers.cookie) };
    const before = await db.lead.findMany({ select: { id: true } });
    await follow({ ...visitor, headers: request });
    const lead = await db.lead.findFirstOrThrow({
      where: { id: { notIn: before.map(({ id }) => id) } },
    });
    await change(lead.id, { status: "REPLIED" });
    await new Promise((done) => setTimeout(done, 300));
    expect(server.received).toEqual([]);
  });

  it("are no longer sent once the person withdraws the consent", async () => {
    const visitor = visitors();
    const { id } = await click(visitor);
    const body = { choice: "refused", wording: "posthog-2" };
    const { status } = await call(shop.consent, { method: "POST", body, headers: visitor.headers });
    expect(status).toBe(200);
    await change(id, { status: "REPLIED" });
    await new Promise((done) => setTimeout(done, 300));
    expect(server.received).toEqual([]);
  });
});
