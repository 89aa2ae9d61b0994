import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const MODULE = "@/app/(shop)/_components/search/record-search";
const SEARCH = {
  q: "lavabo",
  locale: "fr",
  total: 3,
  isApproximate: false,
  correctedQuery: null,
  source: "suggestions",
} as const;

let beacons: { url: string; type: string; text: Promise<string> }[];
let listeners: Map<string, () => void>;
let stored: Map<string, string>;

/** The browser's part, with the answers of `navigator` that a test chooses. */
function openPage(preferences: object = {}) {
  const listen = (name: string, listener: () => void) => listeners.set(name, listener);
  vi.stubGlobal("addEventListener", listen);
  vi.stubGlobal("document", { addEventListener: listen });
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
  vi.stubGlobal("navigator", {
    sendBeacon: (url: string, body: Blob) =>
      beacons.push({ url, type: body.type, text: body.text() }),
    ...preferences,
  });
  vi.resetModules();
  return import(MODULE) as Promise<typeof import("@/app/(shop)/_components/search/record-search")>;
}

const readEvents = () => Promise.all(beacons.map(async ({ text }) => JSON.parse(await text)));

beforeEach(() => {
  vi.useFakeTimers();
  beacons = [];
  listeners = new Map();
  stored = new Map();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("Recording a search", () => {
  it("sends one event per intent, with its last text, two seconds after the last keystroke", async () => {
    const { recordSearch } = await openPage();
    recordSearch({ ...SEARCH, q: "lav" });
    vi.advanceTimersByTime(1_900);
    recordSearch(SEARCH);
    vi.advanceTimersByTime(1_900);
    expect(beacons).toEqual([]);
    vi.advanceTimersByTime(200);
    const [event, ...others] = await readEvents();
    expect(event).toEqual({
      eventType: "search",
      searchId: expect.stringMatching(/^[0-9a-f]{32}$/),
      ...SEARCH,
    });
    expect(others).toEqual([]);
    expect(beacons[0]).toMatchObject({ url: "/api/analytics/track", type: "application/json" });
  });

  it("uses the same id for the page of results and on the way back to it", async () => {
    const suggestions = await openPage();
    suggestions.recordSearch(SEARCH);
    listeners.get("pagehide")?.();
    const page = await openPage();
    page.recordSearch({ ...SEARCH, source: "page" });
    vi.advanceTimersByTime(10_000);
    page.recordSearch({ ...SEARCH, q: "ciment", source: "page" });
    vi.advanceTimersByTime(10_000);
    page.recordSearch({ ...SEARCH, source: "page" });
    vi.advanceTimersByTime(10_000);
    const ids = (await readEvents()).map(({ searchId }) => searchId);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
    expect(ids[3]).toBe(ids[0]);
  });

  it("sends a waiting search before another one begins", async () => {
    const { recordSearch } = await openPage();
    recordSearch(SEARCH);
    vi.setSystemTime(Date.now() + 60_000);
    recordSearch({ ...SEARCH, q: "ciment" });
    expect(await readEvents()).toMatchObject([{ q: "lavabo" }]);
  });

  it("works while storage is blocked or holds something else", async () => {
    const { recordSearch } = await openPage();
    vi.stubGlobal("sessionStorage", undefined);
    recordSearch({ ...SEARCH, q: "lavab" });
    recordSearch(SEARCH);
    vi.advanceTimersByTime(2_000);
    expect(await readEvents()).toMatchObject([{ q: "lavabo" }]);
    for (const text of ["{", "[{}]", '"x"', "null"]) {
      stored.set("search-intents", text);
      const page = await openPage();
      page.recordSearch(SEARCH);
      vi.advanceTimersByTime(2_000);
    }
    expect(beacons).toHaveLength(5);
  });

  it.each([
    ["an empty text", {}, " "],
    ["Do Not Track", { doNotTrack: "1" }, "lavabo"],
    ["Global Privacy Control", { globalPrivacyControl: true }, "lavabo"],
    ["a browser without beacons", { sendBeacon: undefined }, "lavabo"],
  ])("sends nothing for %s", async (_, preferences, q) => {
    const { recordSearch, recordSearchClick } = await openPage(preferences);
    recordSearch({ ...SEARCH, q });
    recordSearchClick({ q, slug: "lavabo-blanc", position: 1 });
    vi.advanceTimersByTime(10_000);
    expect(beacons).toEqual([]);
  });
});

describe("Recording a click", () => {
  it("sends the search first, at once", async () => {
    const { recordSearch, recordSearchClick } = await openPage();
    recordSearch(SEARCH);
    recordSearchClick({ q: "lavabo", slug: "lavabo-blanc", position: 2 });
    const [search, click] = await readEvents();
    expect(search).toMatchObject({ eventType: "search", q: "lavabo" });
    const { searchId } = search;
    expect(click).toEqual({
      eventType: "search_click",
      searchId,
      slug: "lavabo-blanc",
      position: 2,
    });
  });

  it("sends nothing for results of a search that was not recorded", async () => {
    const { recordSearch, recordSearchClick } = await openPage();
    recordSearchClick({ q: "lavabo", slug: "lavabo-blanc", position: 1 });
    recordSearch({ ...SEARCH, q: "ciment" });
    recordSearchClick({ q: "lavabo", slug: "lavabo-blanc", position: 1 });
    expect(beacons).toEqual([]);
  });
});
