import { createHash, randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Behaviour =
  | "ok"
  | "429"
  | "500"
  | "hang"
  | "refuse"
  | "unauthorized"
  | "reset"
  | "malformed"
  | "500-taken"
  | "hang-taken"
  | "slow";

interface Mail {
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  reply_to?: string;
  headers?: Record<string, string>;
  tags?: { name: string; value: string }[];
}

interface AcceptedMail {
  id: string;
  key: string | undefined;
  mail: Mail;
}

interface Call {
  key: string | undefined;
  path: string;
  body: string;
}

interface RecordedCall extends Call {
  behaviour: Behaviour;
  /** `performance.now()` */
  at: number;
}

export type MailApi = Awaited<ReturnType<typeof startMailApi>>;

type SendResult = { id: string } | { data: { id: string }[] } | undefined;

interface Options {
  /** Chooses the behaviour of calls that `next` has not planned. */
  misbehave?: () => Behaviour;
}

/**
 * A local server with Resend's API, which remembers idempotency keys and misbehaves on command:
 * - `ok`: accepts the mail
 * - `429`, `500`, `hang`: accepts nothing; `429` has a `retry-after`, `hang` never answers
 * - `refuse`: rejects the mail permanently
 * - `unauthorized`: rejects the API key
 * - `reset`, `malformed`, `500-taken`, `hang-taken`: accepts the mail, then resets the connection, answers invalid JSON, answers
 *   500 or never answers
 * - `slow`: accepts the mail and answers when `release` is called
 */
export async function startMailApi({ misbehave = () => "ok" }: Options = {}) {
  const api = {
    url: "",
    /** Every accepted mail, that is what the recipients get. */
    taken: [] as AcceptedMail[],
    /** Every call with the behaviour that answered it. */
    calls: [] as RecordedCall[],
    planned: [] as Behaviour[],
    /** The pending answers of calls that met `slow`. */
    held: [] as (() => void)[],
    /** Plans the behaviours of the next calls, in this order. */
    next: (...behaviours: Behaviour[]) => {
      api.planned.push(...behaviours);
    },
    /** Answers the calls that met `slow`. */
    release: () => {
      for (const answer of api.held.splice(0)) answer();
    },
    clearKeys: () => keys.clear(),
    stop: () => {
      server.closeAllConnections();
      return new Promise<unknown>((done) => server.close(done));
    },
  };
  const keys = new Map<string, { hash: string; result: SendResult }>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const key = request.headers["idempotency-key"]?.toString();
    const path = request.url ?? "";
    const behaviour = api.planned.shift() ?? misbehave();
    api.calls.push({ key, path, behaviour, at: performance.now(), body });
    answer(behaviour, { key, path, body }, response);
  });

  function answer(behaviour: Behaviour, call: Call, response: ServerResponse): unknown {
    if (behaviour === "429") {
      return sendFailure(response, 429, "rate_limit_exceeded", { "retry-after": "7" });
    }
    if (behaviour === "500") return sendFailure(response, 500, "internal_server_error");
    if (behaviour === "hang") return undefined;
    if (behaviour === "refuse") return sendFailure(response, 422, "validation_error");
    if (behaviour === "unauthorized") return sendFailure(response, 401, "invalid_api_key");
    const { status, result } = accept(call);
    if (status === 409) return sendFailure(response, 409, "invalid_idempotent_request");
    if (behaviour === "reset") return response.socket?.resetAndDestroy();
    if (behaviour === "malformed") return sendJson(response, 200, "<html>");
    if (behaviour === "500-taken") return sendFailure(response, 500, "application_error");
    if (behaviour === "hang-taken") return undefined;
    const text = JSON.stringify(result);
    if (behaviour === "slow") return api.held.push(() => sendJson(response, 200, text));
    return sendJson(response, 200, text);
  }

  /** A known key with the same body returns the earlier result; with another body it is a conflict. */
  function accept({ key, path, body }: Call): { status: number; result?: SendResult } {
    const hash = createHash("sha256").update(`${path}\n${body}`).digest("hex");
    const known = key ? keys.get(key) : undefined;
    if (known) return known.hash === hash ? { status: 200, result: known.result } : { status: 409 };
    const sent: Mail | Mail[] = JSON.parse(body);
    const mails = Array.isArray(sent) ? sent : [sent];
    const ids = mails.map((mail) => {
      const id = randomUUID();
      api.taken.push({ id, key, mail });
      return { id };
    });
    const result = Array.isArray(sent) ? { data: ids } : ids[0];
    if (key) keys.set(key, { hash, result });
    return { status: 200, result };
  }

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
}

function sendFailure(
  response: ServerResponse,
  statusCode: number,
  name: string,
  headers: Record<string, string> = {},
): void {
  sendJson(response, statusCode, JSON.stringify({ statusCode, name, message: "No." }), headers);
}

function sendJson(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}
