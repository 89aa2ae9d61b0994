import { isTrackingRefused, READING_MS, startDelivery, type TrackedEvent } from "./event-queue";

/** Loaded after a person has seen the page. Reports the pages that a person sees, and the events of the queue. */

const ENDPOINT = "/api/analytics/track";
/** The longest events of a batch stay below 8 kB. */
const MAX_BATCH = 8;
const MAX_UNSENT = 50;
const MAX_PATH_LENGTH = 500;
const MAX_LABEL_LENGTH = 100;
const INTERACTIONS = ["pointerdown", "keydown", "scroll"];
/** Query parameters by the name of their filter. */
const FILTER = /^(?:(category|option|inStock|featured|new|sort)\b|(?:min|max)(Price)$)/;

type Address = Pick<Location, "pathname" | "search">;

/** The next page is in the document by then. */
const RENDERING_MS = 1_000;

const seenVariants = new Set<string>();
let isStarted = false;
let isPerson = false;
let unsent: TrackedEvent[] = [];
let lastPath: string | null = null;
let lastFilters = "";

/**
 * `first` is the address of the page when it was shown; the visitor may have gone on since. `isSeen` says whether a person has already
 * seen it.
 */
export function startTracker(first: Address, isSeen = false): void {
  if (isStarted) return;
  isStarted = true;
  isPerson = isSeen;
  whenShown(() => {
    if (first.pathname !== location.pathname) viewPage(first);
    viewPage();
    startDelivery((events) => {
      for (const event of events) add(event);
      // At once: when a page is left, nothing runs later.
      send();
    });
    waitForPerson();
    listen();
  });
}

/** A page that the browser rendered ahead counts when it is shown. */
function whenShown(act: () => void): void {
  if ("prerendering" in document && document.prerendering) {
    document.addEventListener("prerenderingchange", act, { once: true });
  } else act();
}

function listen(): void {
  for (const type of INTERACTIONS) addEventListener(type, confirmPerson, { passive: true });
  document.addEventListener("visibilitychange", waitForPerson);
  document.addEventListener("click", trackCall, true);
  addEventListener("popstate", () => setTimeout(() => viewPage()));
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    lastPath = null;
    viewPage();
  });
  const { pushState } = history;
  history.pushState = (...state) => {
    pushState.apply(history, state);
    viewPage();
  };
}

let timer: ReturnType<typeof setTimeout> | undefined;

function waitForPerson(): void {
  clearTimeout(timer);
  if (document.visibilityState === "visible") timer = setTimeout(confirmPerson, READING_MS);
}

function confirmPerson(): void {
  isPerson = true;
  send();
}

function viewPage({ pathname: path, search }: Address = location): void {
  const query = new URLSearchParams(search);
  const filters = [...query].filter(([name]) => FILTER.test(name)).join();
  const isFirst = lastPath === null;
  const referrer = document.referrer ? new URL(document.referrer) : null;
  const isFromHere = referrer?.host === location.host;
  const previous = isFirst && isFromHere ? referrer?.pathname : lastPath;
  if (path !== lastPath) {
    addAt(path, "page_view", {
      referrer: isFirst && !isFromHere ? toLabel(referrer?.hostname) : null,
      utmSource: toLabel(query.get("utm_source")),
      utmMedium: toLabel(query.get("utm_medium")),
      utmCampaign: toLabel(query.get("utm_campaign")),
    });
    if (/^(?:\/ar)?\/produit\/[^/]+$/.test(path)) addAt(path, "product_view");
  }
  if (filters && filters !== lastFilters && path === previous) {
    addAt(path, "filter", { filters: listFilters(query) });
  }
  lastPath = path;
  lastFilters = filters;
  watchVariants(isFirst);
  send();
}

function watchVariants(isRendered: boolean): void {
  if (isRendered) seeVariants();
  else setTimeout(seeVariants, RENDERING_MS);
}

/** The variants of experiments on the page; the server counts each once per person. */
function seeVariants(): void {
  for (const { dataset } of document.querySelectorAll<HTMLElement>("[data-experiment]")) {
    for (const variant of dataset.experiment?.split(" ") ?? []) {
      if (seenVariants.has(variant)) continue;
      seenVariants.add(variant);
      addAt(location.pathname, "exposure", { variant });
    }
  }
  send();
}

const toLabel = (text?: string | null) => text?.slice(0, MAX_LABEL_LENGTH);

function listFilters(query: URLSearchParams): string[] {
  const names = [...query.keys()].map((key) => FILTER.exec(key)).filter((match) => match !== null);
  return [...new Set(names.map(([, name, price]) => name ?? price?.toLowerCase() ?? ""))];
}

function trackCall({ target }: MouseEvent): void {
  if (target instanceof Element && target.closest('a[href^="tel:"]')) {
    addAt(location.pathname, "phone_click");
    send();
  }
}

function addAt(path: string, eventType: string, fields: object = {}): void {
  add({ ...fields, eventType, path, at: performance.now() });
}

function add(event: TrackedEvent): void {
  // Previews are for staff.
  const isCounted = !/^(?:\/ar)?\/apercu\//.test(event.path);
  if (isCounted && unsent.length < MAX_UNSENT) unsent.push(event);
}

/** A beacon also arrives when the page is being left. */
function send(): void {
  if (isTrackingRefused()) unsent = [];
  while (isPerson && unsent.length > 0) {
    const body = JSON.stringify(unsent.slice(0, MAX_BATCH).map(toSent));
    unsent = unsent.slice(MAX_BATCH);
    const type = "application/json";
    if (navigator.sendBeacon?.(ENDPOINT, new Blob([body], { type }))) continue;
    const headers = { "content-type": type };
    void fetch(ENDPOINT, { method: "POST", body, headers, keepalive: true }).catch(() => null);
  }
}

/** The server subtracts the age from its own time, so that a wrong clock does not count. */
function toSent({ at, path, ...event }: TrackedEvent) {
  const isSearch = event.eventType.startsWith("search");
  const id = isSearch ? undefined : createId();
  return { ...event, id, path: path.slice(0, MAX_PATH_LENGTH), ageMs: performance.now() - at };
}

/** `crypto.randomUUID` exists on secure addresses only. */
function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
