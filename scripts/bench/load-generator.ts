import net from "node:net";

export interface Load {
  port: number;
  path: string;
  connections: number;
  seconds: number;
  /** The status line of a good answer. */
  expected: string;
}

export interface LoadResult {
  perSecond: number;
  failures: number;
  /** The generator's use of a core, 0 to 1. */
  cpuShare: number;
}

interface Tally {
  answers: number;
  failures: number;
  until: number;
}

/**
 * Keeps `connections` sockets busy for `seconds`, one request at a time on each, and counts complete answers. Raw sockets and
 * prepared bytes, so that it uses far less CPU than the measured server.
 */
process.on("message", async ({ port, path, connections, seconds, expected }: Load) => {
  const request = Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip\r\nAccept: text/html\r\nConnection: keep-alive\r\n\r\n`,
  );
  const tally: Tally = { answers: 0, failures: 0, until: performance.now() + seconds * 1000 };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () => repeatRequest(port, request, expected, tally)),
  );
  const elapsed = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const result: LoadResult = {
    perSecond: (tally.answers * 1000) / elapsed,
    failures: tally.failures,
    cpuShare: (user + system) / 1000 / elapsed,
  };
  process.send?.(result);
});

function repeatRequest(port: number, request: Buffer, expected: string, tally: Tally) {
  return new Promise<void>((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    const read = createAnswerReader((head) => {
      if (head.startsWith(expected)) tally.answers += 1;
      else tally.failures += 1;
      if (performance.now() < tally.until) socket.write(request);
      else socket.end();
    });
    socket.on("connect", () => socket.write(request));
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
