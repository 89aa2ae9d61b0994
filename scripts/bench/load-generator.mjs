import net from "node:net";

/**
 * Keeps `connections` sockets busy for `seconds`, one request at a time on each, and counts whole answers. Raw sockets and
 * prepared bytes, so that it costs far less than any server it measures; it tells what share of a core it used.
 */
process.on("message", async ({ port, path, connections, seconds, expected }) => {
  const request = Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip\r\nAccept: text/html\r\nConnection: keep-alive\r\n\r\n`,
  );
  const tally = { answers: 0, failures: 0, until: performance.now() + seconds * 1000 };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () => keepAsking(port, request, expected, tally)),
  );
  const elapsed = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  process.send({
    perSecond: (tally.answers * 1000) / elapsed,
    failures: tally.failures,
    ownShare: (user + system) / 1000 / elapsed,
  });
});

function keepAsking(port, request, expected, tally) {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    const read = answerReader((head) => {
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
    socket.on("close", resolve);
  });
}

/** Finds where answers end, whether they come with a length or in chunks, without looking into bodies. */
function answerReader(onAnswer) {
  let rest = Buffer.alloc(0);
  let head = "";
  let state = "head";
  let left = 0;

  const done = () => {
    state = "head";
    onAnswer(head);
  };
  const states = {
    head() {
      const end = rest.indexOf("\r\n\r\n");
      if (end < 0) return false;
      head = rest.latin1Slice(0, end);
      rest = rest.subarray(end + 4);
      const length = /\r\ncontent-length: *(\d+)/i.exec(head);
      state = length ? "body" : "size";
      left = length ? Number(length[1]) : 0;
      if (length && left === 0) done();
      return true;
    },
    body() {
      const taken = Math.min(left, rest.length);
      left -= taken;
      rest = rest.subarray(taken);
      if (left > 0) return false;
      done();
      return true;
    },
    size() {
      const end = rest.indexOf("\r\n");
      if (end < 0) return false;
      // The data, and the line end behind them; behind the last chunk only the latter.
      const size = Number.parseInt(rest.latin1Slice(0, end), 16);
      left = size + 2;
      state = size === 0 ? "body" : "chunk";
      rest = rest.subarray(end + 2);
      return true;
    },
    chunk() {
      const taken = Math.min(left, rest.length);
      left -= taken;
      rest = rest.subarray(taken);
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
