import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const FOLDER = "@/app/(shop)/_components";
const SEARCH = {
  q: "lavabo",
  total: 3,
  isApproximate: false,
  correctedQuery: null,
  source: "suggestions",
} as const;

let events: Record<string, unknown>[];
let listeners: Map<string, () => void>;

async function openPage() {
  const listen = (name: string, listener: () => void) => listeners.set(name, listener);
  vi.stubGlobal("addEventListener", listen);
  vi.stubGlobal("document", { addEventListener: listen });
  vi.stubGlobal("location", { pathname: "/recherche" });
  vi.resetModules();
  const { startDelivery }: typeof import("@/app/(shop)/_components/tracking/event-queue") =
    await import(`${FOLDER}/tracking/event-queue`);
  startDelivery((delivered) => events.push(...delivered));
  return import(`${FOLDER}/search/record-search`) as Promise<
    typeof import("@/app/(shop)/_components/search/record-search")
  >;
}

beforeEach(() => {
  vi.useFakeTimers();
  events = [];
  listeners = new Map();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("Recording a search", () => {
  it("tracks what is typed as one event, with its last text, two seconds after the last keystroke", async () => {
    const { recordSearch } = await openPage();
    recordSearch({ ...SEARCH, q: "lav" });
    vi.advanceTimersByTime(1_900);
    recordSearch(SEARCH);
    vi.advanceTimersByTime(1_900);
    expect(events).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(events).toEqual([
      { eventType: "search", path: "/recherche", at: expect.any(Number), ...SEARCH },
    ]);
  });

  it("tracks a waiting search before another one begins, and when the page is left", async () => {
    const { recordSearch } = await openPage();
    recordSearch(SEARCH);
    vi.setSystemTime(Date.now() + 60_000);
    recordSearch({ ...SEARCH, q: "ciment" });
    expect(events).toMatchObject([{ q: "lavabo" }]);
    listeners.get("pagehide")?.();
    listeners.get("visibilitychange")?.();
    expect(events).toMatchObject([{ q: "lavabo" }, { q: "ciment" }]);
  });

  it("tracks no empty text", async () => {
    const { recordSearch } = await openPage();
    recordSearch({ ...SEARCH, q: " " });
    vi.advanceTimersByTime(10_000);
    expect(events).toEqual([]);
  });
});

describe("Recording a click", () => {
  it("tracks the search first, at once", async () => {
    const { recordSearch, recordSearchClick } = await openPage();
    recordSearch(SEARCH);
    const click = { q: "lavabo", slug: "lavabo-blanc", position: 2 };
    recordSearchClick(click);
    expect(events).toMatchObject([
      { eventType: "search", q: "lavabo" },
      { eventType: "search_click", ...click },
    ]);
  });
});
