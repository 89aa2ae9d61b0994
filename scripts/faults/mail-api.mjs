import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";

/**
 * A server on loopback that speaks Resend's API, remembers idempotency keys, and misbehaves on command:
 * - `ok`: takes the mail
 * - `429`, `500`, `hang`: takes nothing; `429` says when to come back, `hang` never answers
 * - `refuse`: will never take it
 * - `unauthorized`: the key is not accepted
 * - `reset`, `malformed`, `500-taken`, `hang-taken`: takes it, and then cuts the line, answers nonsense, fails, says nothing
 * - `slow`: takes it and answers when `release` is called
 */
export async function startMailApi({ misbehave = () => "ok" } = {}) {
  const api = {
    url: "",
    /** Every mail that was taken: what recipients get. */
    taken: [],
    /** Every call, with the behaviour that it met. */
    calls: [],
    planned: [],
    held: [],
    next: (...behaviours) => api.planned.push(...behaviours),
    release: () => {
      for (const answer of api.held.splice(0)) answer();
    },
    forgetKeys: () => keys.clear(),
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
  const keys = new Map();
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const key = request.headers["idempotency-key"];
    const behaviour = api.planned.shift() ?? misbehave();
    api.calls.push({ key, path: request.url, behaviour, at: performance.now(), body });
    answer(behaviour, { key, path: request.url, body }, response);
  });

  function answer(behaviour, call, response) {
    if (behaviour === "429") {
      return failure(response, 429, "rate_limit_exceeded", { "retry-after": "7" });
    }
    if (behaviour === "500") return failure(response, 500, "internal_server_error");
    if (behaviour === "hang") return undefined;
    if (behaviour === "refuse") return failure(response, 422, "validation_error");
    if (behaviour === "unauthorized") return failure(response, 401, "invalid_api_key");
    const { status, result } = take(call);
    if (status === 409) return failure(response, 409, "invalid_idempotent_request");
    if (behaviour === "reset") return response.socket?.resetAndDestroy();
    if (behaviour === "malformed") return json(response, 200, "<html>");
    if (behaviour === "500-taken") return failure(response, 500, "application_error");
    if (behaviour === "hang-taken") return undefined;
    const text = JSON.stringify(result);
    if (behaviour === "slow") return api.held.push(() => json(response, 200, text));
    return json(response, 200, text);
  }

  /** The same key with the same contents is the same mail; with others it is refused. */
  function take({ key, path, body }) {
    const hash = createHash("sha256").update(`${path}\n${body}`).digest("hex");
    const known = key && keys.get(key);
    if (known) return known.hash === hash ? { status: 200, result: known.result } : { status: 409 };
    const sent = JSON.parse(body);
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

  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  api.url = `http://127.0.0.1:${server.address().port}`;
  return api;
}

function failure(response, statusCode, name, headers = {}) {
  json(response, statusCode, JSON.stringify({ statusCode, name, message: "No." }), headers);
}

function json(response, status, text, headers = {}) {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}
