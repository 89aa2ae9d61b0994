import {
  AnalyticsExtensions,
  FeatureFlagsExtensions,
  SessionReplayExtensions,
} from "posthog-js/dist/extension-bundles";
import { type CaptureResult, posthog } from "posthog-js/dist/module.slim.no-external";
import "posthog-js/dist/posthog-recorder";

/** PostHog's own requests go to our address, which relays them (`relay.ts`). */
const RELAY_PATH = "/api/relay";
/** Prefixes of the keys under which PostHog stores something. */
const STORED = /^(?:__)?ph_/;

let isCapturing = true;

/** Captures page views, clicks and a replay. `personId` is the id of the `visitor` cookie. */
export function startCapturing(personId: string): void {
  // After a withdrawal on this page, the next page starts again, with the new id.
  if (posthog.__loaded) return;
  posthog.init(process.env.NEXT_PUBLIC_POSTHOG_KEY ?? "", {
    api_host: location.origin + RELAY_PATH,
    __extensionClasses: {
      ...AnalyticsExtensions,
      ...FeatureFlagsExtensions,
      ...SessionReplayExtensions,
    },
    bootstrap: { distinctID: personId },
    // No cookie beside our own.
    persistence: "localStorage",
    person_profiles: "identified_only",
    respect_dnt: true,
    // No script of another origin is ever loaded.
    disable_external_dependency_loading: true,
    capture_exceptions: false,
    capture_performance: false,
    capture_heatmaps: false,
    capture_dead_clicks: false,
    capture_pageview: "history_change",
    autocapture: {
      dom_event_allowlist: ["click", "submit"],
      element_allowlist: ["a", "button", "form"],
      // The link to the other language repeats the query.
      element_attribute_ignorelist: ["href"],
    },
    enable_recording_console_log: false,
    session_recording: {
      maskAllInputs: true,
      maskTextSelector: "title",
      // Without the meta elements, which repeat the title.
      slimDOMOptions: "all",
      maskAttributeFn: (_, value) => withoutQuery(value),
      recordHeaders: false,
      recordBody: false,
      // Also called for the addresses of the recorded pages.
      maskCapturedNetworkRequestFn: (request) => ({
        ...request,
        name: request.name && withoutQuery(request.name),
      }),
    },
    before_send: removeTypedText,
  });
}

export function stopCapturing(): void {
  isCapturing = false;
  posthog.stopSessionRecording();
  // PostHog would store its own opt-out in the browser.
  posthog.set_config({ disable_persistence: true });
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (STORED.test(key)) storage.removeItem(key);
  }
}

/** Titles and queries of addresses hold searched words, and links of the newsletter tokens. Only campaign parameters stay. */
function removeTypedText(result: CaptureResult | null): CaptureResult | null {
  if (!result || !isCapturing) return null;
  const { title: _, ...properties } = result.properties;
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "string") properties[name] = withoutQuery(value);
  }
  return { ...result, properties };
}

/** Removes the query of an address, except campaign parameters. Other texts stay. */
function withoutQuery(text: string): string {
  if (!text.includes("?") || !URL.canParse(text)) return text;
  const url = new URL(text);
  for (const name of [...url.searchParams.keys()]) {
    if (!name.startsWith("utm_")) url.searchParams.delete(name);
  }
  return url.href;
}
