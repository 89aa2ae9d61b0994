import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { call } from "../support/call";
import { buildContactFields } from "../support/contact";
import { startPostHogServer } from "../support/posthog-server";
import { forwardedFor, newIpAddress } from "../support/sign-in";

const ID = "AbCdEfGhIjKlMnOpQrSt_-";
const ACCEPTED = `session=staff; consent=posthog-2.accepted.20261130; visitor=${ID}.20261130`;
const KEY = "phc_test";

async function loadModules() {
  const [relay, contact, subscribe, limits] = await Promise.all([
    import("@/app/api/relay/[...path]/route"),
    import("@/app/api/public/contact/route"),
    import("@/app/api/public/newsletter/subscribe/route"),
    import("@/lib/posthog/relay"),
  ]);
  return { relay, contact: contact.POST, subscribe: subscribe.POST, ...limits };
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
  // Next passes the segments of a catch-all route as a list.
  const params = { path: path.split("/") } as unknown as Record<string, string>;
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
