import net from "node:net";
import { EVENT_HEADERS, nextClientAddress } from "./client";

export interface Load {
  port: number;
  /** Asked for in turn. */
  paths: string[];
  connections: number;
  /** Null: until each path was asked for once, each time by another client. */
  seconds: number | null;
  /** Sent with the requests, in turn: they are POSTs of events then. */
  bodies?: string[];
  /** The status line of a good answer. */
  expected: string;
}

export interface LoadResult {
  answers: number;
  perSecond: number;
  failures: number;
  /** The generator's use of a core, 0 to 1. */
  cpuShare: number;
}

interface Tally {
  answers: number;
  failures: number;
  /** Returns the next request, or null at the end. */
  next: () => Buffer | null;
}

/**
 * Keeps `connections` sockets busy, one request at a time on each, and counts complete answers. Raw sockets and
 * prepared bytes, so that it uses far less CPU than the measured server.
 */
process.on("message", async (load: Load) => {
  const { port, connections, seconds, expected } = load;
  const requests = buildRequests(load);
  const tally: Tally = { answers: 0, failures: 0, next: createNext(requests, seconds) };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () => repeatRequest(port, expected, tally)),
  );
  const elapsed = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const result: LoadResult = {
    answers: tally.answers,
    perSecond: (tally.answers * 1000) / elapsed,
    failures: tally.failures,
    cpuShare: (user + system) / 1000 / elapsed,
  };
  process.send?.(result);
});

function buildRequests({ port, paths, bodies, seconds }: Load): Buffer[] {
  return paths.map((path, at) => {
    const body = bodies?.[at % bodies.length] ?? "";
    const headers = {
      host: `localhost:${port}`,
      "accept-encoding": "gzip",
      accept: "text/html",
      connection: "keep-alive",
      ...(seconds === null ? { "x-forwarded-for": nextClientAddress() } : {}),
      ...(bodies ? { ...EVENT_HEADERS, "content-length": Buffer.byteLength(body) } : {}),
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const head = `${bodies ? "POST" : "GET"} ${path} HTTP/1.1`;
    return Buffer.from(`${[head, ...lines].join("\r\n")}\r\n\r\n${body}`);
  });
}

function createNext(requests: readonly Buffer[], seconds: number | null): Tally["next"] {
  const until = performance.now() + (seconds ?? 0) * 1000;
  let sent = 0;
  return () => {
    if (seconds === null ? sent >= requests.length : performance.now() >= until) return null;
    return requests[sent++ % requests.length] ?? null;
  };
}

function repeatRequest(port: number, expected: string, tally: Tally) {
  return new Promise<void>((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    const read = createAnswerReader((head) => {
      if (head.startsWith(expected)) tally.answers += 1;
      else tally.failures += 1;
      sendNext();
    });
    const sendNext = () => {
      const request = tally.next();
      if (request) socket.write(request);
      else socket.end();
    };
    socket.on("connect", sendNext);
    socket.on("data", read);
    socket.on("error", () => {
      tally.failures += 1;
    });
    socket.on("close", () => resolve());
  });
}

/** Finds the end of each answer, with a content length or in chunks, without parsing the body. */
function createAnswerReader(onAnswer: (head: string) => void): (data: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let head = "";
  let state: "head" | "body" | "size" | "chunk" = "head";
  let left = 0;

  const done = () => {
    state = "head";
    onAnswer(head);
  };
  const states = {
    head(): boolean {
      const end = rest.indexOf("\r\n\r\n");
      if (end < 0) return false;
      head = rest.subarray(0, end).toString("latin1");
      rest = rest.subarray(end + 4);
      const length = /\r\ncontent-length: *(\d+)/i.exec(head);
      state = length ? "body" : "size";
      left = length ? Number(length[1]) : 0;
      if (length && left === 0) done();
      return true;
    },
    body(): boolean {
      const count = Math.min(left, rest.length);
      left -= count;
      rest = rest.subarray(count);
      if (left > 0) return false;
      done();
      return true;
    },
    size(): boolean {
      const end = rest.indexOf("\r\n");
      if (end < 0) return false;
      // The chunk's data and its line end; after the last chunk only the line end.
      const size = Number.parseInt(rest.subarray(0, end).toString("latin1"), 16);
      left = size + 2;
      state = size === 0 ? "body" : "chunk";
      rest = rest.subarray(end + 2);
      return true;
    },
    chunk(): boolean {
      const count = Math.min(left, rest.length);
      left -= count;
      rest = rest.subarray(count);
      if (left > 0) return false;
      state = "size";
      return true;
    },
  };
  return (data) => {
    rest = rest.length > 0 ? Buffer.concat([rest, data]) : data;
    while (rest.length > 0 && states[state]());
  };
}
