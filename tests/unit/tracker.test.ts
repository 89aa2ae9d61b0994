import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TrackedEvents } from "@/domain/analytics/received/schema";

const FOLDER = "@/app/(shop)/_components/tracking";
type Listener = (event: object) => void;

let sent: { body: Promise<string>; type: string; url: string }[];
let listeners: Map<string, Listener[]>;
let page: { pathname: string; search: string; host: string };

const dispatch = (name: string, event: object = {}) => {
  for (const listener of listeners.get(name) ?? []) listener(event);
};
function goTo(pathname: string, search = ""): void {
  Object.assign(page, { pathname, search });
  history.pushState(null, "", `${pathname}${search}`);
}

const at = (pathname: string, search = "") => ({ pathname, search });

interface Opened {
  path?: string;
  search?: string;
  referrer?: string;
  document?: object;
  navigator?: object;
}

/** Opens a page in a new document and loads the tracker. */
async function open(opened: Opened = {}) {
  const listen = (name: string, listener: Listener) =>
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  page = { pathname: opened.path ?? "/", search: opened.search ?? "", host: "shop.test" };
  vi.stubGlobal("addEventListener", listen);
  vi.stubGlobal("location", page);
  vi.stubGlobal("history", { pushState: () => undefined });
  vi.stubGlobal("document", {
    addEventListener: listen,
    referrer: opened.referrer ?? "",
    visibilityState: "visible",
    querySelectorAll: () => [],
    cookie: "",
    ...opened.document,
  });
  vi.stubGlobal("Element", class {});
  vi.stubGlobal("navigator", {
    sendBeacon: (url: string, body: Blob) => sent.push({ url, type: body.type, body: body.text() }),
    ...opened.navigator,
  });
  vi.resetModules();
  const queue: typeof import("@/app/(shop)/_components/tracking/event-queue") = await import(
    `${FOLDER}/event-queue`
  );
  const tracker: typeof import("@/app/(shop)/_components/tracking/tracker") = await import(
    `${FOLDER}/tracker`
  );
  return { ...queue, ...tracker };
}

/** The events that were sent, each checked against the schema of the route. */
async function readEvents() {
  const bodies = await Promise.all(sent.map(({ body }) => body));
  return bodies.flatMap((body) => [TrackedEvents.parse(JSON.parse(body))].flat());
}
const listTypes = async () =>
  (await readEvents()).map(({ eventType, path }) => `${eventType} ${path}`);

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  listeners = new Map();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("The tracker", () => {
  it("sends each variant of an experiment on the page once per document", async () => {
    const mark = (experiment: string) => ({ dataset: { experiment } });
    const elements = [mark("a0f1"), mark("b0g0"), mark("b0g0")];
    const { startTracker } = await open({ document: { querySelectorAll: () => elements } });
    startTracker(at("/"));
    elements.push(mark("c001 d0h1"));
    goTo("/produit/lavabo");
    vi.advanceTimersByTime(2_000);
    const exposures = (await readEvents()).filter(({ eventType }) => eventType === "exposure");
    expect(exposures).toMatchObject([
      { path: "/", variant: "a0f1" },
      { path: "/", variant: "b0g0" },
      { path: "/produit/lavabo", variant: "c001" },
      { path: "/produit/lavabo", variant: "d0h1" },
    ]);
  });

  it("sends the views of a product page in one request after two seconds of reading", async () => {
    const { startTracker } = await open({
      path: "/ar/produit/lavabo",
      search: "?utm_source=newsletter&utm_medium=email",
      referrer: "https://www.google.com/search?q=x",
    });
    startTracker(location);
    vi.advanceTimersByTime(1_900);
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(sent).toMatchObject([{ url: "/api/analytics/track", type: "application/json" }]);
    const events = await readEvents();
    expect(events).toMatchObject([
      {
        eventType: "page_view",
        path: "/ar/produit/lavabo",
        referrer: "www.google.com",
        utmSource: "newsletter",
        utmMedium: "email",
        utmCampaign: null,
      },
      { eventType: "product_view", path: "/ar/produit/lavabo" },
    ]);
    expect(new Set(events.map((event) => "id" in event && event.id)).size).toBe(2);
    expect(events[0]?.ageMs).toBeGreaterThanOrEqual(2_000);
  });

  it.each(["pointerdown", "keydown", "scroll"])("sends them at once after a %s", async (name) => {
    const { startTracker } = await open();
    startTracker(at("/"));
    dispatch(name);
    expect(await listTypes()).toEqual(["page_view /"]);
  });

  it("sends them at once when a person saw the page before it was loaded", async () => {
    const { startTracker } = await open({ path: "/produit/lavabo" });
    startTracker(at("/produit/lavabo"), true);
    expect(sent).toHaveLength(1);
    expect(await listTypes()).toEqual([
      "page_view /produit/lavabo",
      "product_view /produit/lavabo",
    ]);
  });

  it("sends nothing of a page that is closed unread, or was never visible", async () => {
    const { startTracker } = await open({ document: { visibilityState: "hidden" } });
    startTracker(at("/"));
    vi.advanceTimersByTime(60_000);
    dispatch("pagehide");
    expect(sent).toEqual([]);
    Object.assign(document, { visibilityState: "visible" });
    dispatch("visibilitychange");
    vi.advanceTimersByTime(2_000);
    expect(await listTypes()).toEqual(["page_view /"]);
  });

  it("counts a prerendered page once it is shown", async () => {
    const { startTracker } = await open({ document: { prerendering: true } });
    startTracker(at("/"));
    vi.advanceTimersByTime(60_000);
    dispatch("pointerdown");
    expect(sent).toEqual([]);
    dispatch("prerenderingchange");
    dispatch("pointerdown");
    expect(await listTypes()).toEqual(["page_view /"]);
  });

  it("counts each page of a document, and one that the browser shows again from its memory once", async () => {
    const { startTracker } = await open({ path: "/" });
    startTracker(at("/"));
    startTracker(at("/"));
    dispatch("pointerdown");
    goTo("/catalogue");
    goTo("/catalogue");
    goTo("/produit/lavabo");
    Object.assign(page, { pathname: "/catalogue" });
    dispatch("popstate");
    vi.advanceTimersByTime(1);
    dispatch("pageshow", { persisted: false });
    dispatch("pageshow", { persisted: true });
    expect(await listTypes()).toEqual([
      "page_view /",
      "page_view /catalogue",
      "page_view /produit/lavabo",
      "product_view /produit/lavabo",
      "page_view /catalogue",
      "page_view /catalogue",
    ]);
  });

  it("counts the page from which the visitor went on before it was loaded", async () => {
    const { startTracker } = await open({ path: "/catalogue", referrer: "https://www.bing.com/" });
    startTracker(at("/", "?utm_source=affiche&utm_campaign=promo"));
    dispatch("pointerdown");
    expect(await readEvents()).toMatchObject([
      { path: "/", referrer: "www.bing.com", utmSource: "affiche", utmCampaign: "promo" },
      { path: "/catalogue", referrer: null, utmSource: null },
    ]);
  });

  it("counts a filter with the names of what is set, not as another view", async () => {
    const { startTracker } = await open({ path: "/catalogue/eviers" });
    startTracker(at("/catalogue/eviers"));
    dispatch("pointerdown");
    goTo("/catalogue/eviers", "?minPrice=10&maxPrice=20&option[Couleur]=Blanc");
    goTo("/catalogue/eviers", "?minPrice=10&maxPrice=20&option[Couleur]=Blanc&page=2");
    goTo("/catalogue/eviers", "?sort=popular");
    goTo("/catalogue/eviers");
    expect((await readEvents()).slice(1)).toMatchObject([
      { eventType: "filter", filters: ["price", "option"] },
      { eventType: "filter", filters: ["sort"] },
    ]);
  });

  it("counts a filter of a form without scripts, and a shared link as a view", async () => {
    const path = "/catalogue/eviers";
    const search = "?inStock=1";
    const own = await open({ path, search, referrer: `https://shop.test${path}` });
    own.startTracker(at(path, search));
    dispatch("pointerdown");
    listeners = new Map();
    const shared = await open({ path, search });
    shared.startTracker(at(path, search));
    dispatch("pointerdown");
    expect(await listTypes()).toEqual([`page_view ${path}`, `filter ${path}`, `page_view ${path}`]);
  });

  it("sends waiting events of the page after its view, eight at a time", async () => {
    const { track, trackTogether, startTracker } = await open();
    for (let count = 0; count < 10; count++) track("share");
    startTracker(at("/"));
    dispatch("keydown");
    expect(sent).toHaveLength(2);
    trackTogether([{ eventType: "share" }, { eventType: "share" }]);
    expect(sent).toHaveLength(3);
    const types = await listTypes();
    expect([types[0], types.length]).toEqual(["page_view /", 13]);
  });

  it("counts calls, and no previews", async () => {
    const { startTracker } = await open({ path: "/ar/apercu/secret" });
    startTracker(at("/ar/apercu/secret"));
    dispatch("pointerdown");
    goTo("/contact");
    const target = new Element();
    Object.assign(target, { closest: (selector: string) => selector.includes("tel:") });
    dispatch("click", { target });
    expect(await listTypes()).toEqual(["page_view /contact", "phone_click /contact"]);
  });

  it("cuts long texts to what the route accepts", async () => {
    const { startTracker } = await open({ search: `?utm_source=${"x".repeat(500)}` });
    startTracker(at("/"));
    goTo(`/${"x".repeat(2_000)}`);
    dispatch("scroll");
    expect(await readEvents()).toHaveLength(2);
  });

  it("uses fetch where the beacon is missing or full", async () => {
    const fetched = vi.fn(async (_url: string, _request: RequestInit) => new Response());
    vi.stubGlobal("fetch", fetched);
    const { startTracker } = await open({ navigator: { sendBeacon: () => false } });
    startTracker(at("/"));
    dispatch("scroll");
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: "POST", keepalive: true });
  });
});

describe("A visitor", () => {
  it.each([
    ["Do Not Track", { navigator: { doNotTrack: "1" } }, true],
    ["Global Privacy Control", { navigator: { globalPrivacyControl: true } }, true],
    ["the opt-out", { document: { cookie: "theme=dark; no-count=1" } }, true],
    ["neither", { document: { cookie: "no-count=0" } }, false],
  ])("with %s", async (_, opened, isRefused) => {
    const { isTrackingRefused } = await open(opened);
    expect(isTrackingRefused()).toBe(isRefused);
  });
});
