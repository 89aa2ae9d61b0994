import { gunzipSync } from "node:zlib";
import { type Answer, type ReceivedRequest, startLocalServer } from "./local-server";

export interface CapturedEvent {
  event: string;
  distinct_id?: string;
  properties: Record<string, unknown>;
}

const CONFIG = {
  supportedCompression: ["gzip", "gzip-js"],
  hasFeatureFlags: true,
  autocapture_opt_out: false,
  sessionRecording: { endpoint: "/s/", recorderVersion: "v2" },
};

const FLAGS = {
  errorsWhileComputingFlags: false,
  flags: {
    "new-hero": {
      key: "new-hero",
      enabled: true,
      variant: "b",
      reason: { code: "condition_match", condition_index: 0, description: "" },
      metadata: { id: 1, version: 1, payload: null },
    },
  },
  requestId: "request-1",
};

/** Speaks the parts of PostHog's capture and flags API that its SDKs use. */
export async function startPostHogServer(port?: number) {
  let onRequest: (request: ReceivedRequest) => Answer | Promise<Answer> | null = () => null;
  const server = await startLocalServer(
    (request) => onRequest(request) ?? { body: findAnswer(request.url) },
    port,
  );
  return {
    ...server,
    /** Replaces answers. */
    setAnswer: (next: typeof onRequest) => {
      onRequest = next;
    },
    listEvents: () => server.received.flatMap(readEvents),
  };
}

function findAnswer(url: string) {
  if (url.startsWith("/array/")) return CONFIG;
  return url.startsWith("/flags/") ? FLAGS : { status: 1 };
}

/** A batch, a list or one event; the browser compresses it, and the parts of a replay once more. */
function readEvents({ url, body }: ReceivedRequest): CapturedEvent[] {
  if (body.length === 0 || url.startsWith("/flags/")) return [];
  const text = readForm((isGzip(body) ? gunzipSync(body) : body).toString("utf8"));
  const expand = (_: string, value: unknown) => {
    const bytes = Buffer.from(typeof value === "string" ? value : "", "latin1");
    return isGzip(bytes) ? gunzipSync(bytes).toString("utf8") : value;
  };
  const sent = JSON.parse(text, expand) as
    | CapturedEvent
    | CapturedEvent[]
    | { batch: CapturedEvent[] };
  return "batch" in sent ? sent.batch : [sent].flat();
}

/** Without its configuration the SDK sends the events in a field of a form. */
function readForm(text: string): string {
  const data = text.startsWith("data=") ? new URLSearchParams(text).get("data") : null;
  return data === null ? text : Buffer.from(data, "base64").toString("utf8");
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;
