import { once } from "node:events";
import zlib from "node:zlib";
import { CliError } from "../steps/cli-error.mjs";
import { inRoot } from "../steps/files.mjs";
import { sleep, start } from "../steps/processes.mjs";
import { openClient } from "./client.mjs";
import { median, rounded } from "./statistics.mjs";

const PAIRS = 5;
const SECONDS = 5;
const CONNECTIONS = 32;
const LEAST = 0.2;

export const how =
  `Requests per second of a cached product page (gzip, ${CONNECTIONS} keep-alive connections, raw sockets in a process of its own), ` +
  `in turns of ${SECONDS} s: the shop, a bare node:http server that sends the very same answer (the app's own headers and compressed ` +
  `body, made once), and a bare one that compresses the same page for each request. Medians of ${PAIRS} turns each.`;

/** T1: the shop against a bare Node server, in turns. */
export async function measureThroughput({ settings, productPath }) {
  const page = await cachedAnswer(settings.PORT, productPath);
  const generator = child("load-generator.mjs");
  const ready = await bareServer(page.headers, page.body);
  const gzipping = await bareServer(page.headers, zlib.gunzipSync(page.body), true);
  const ports = { shop: Number(settings.PORT), bare: ready.port, gzipping: gzipping.port };
  const turns = { shop: [], bare: [], gzipping: [] };
  for (const port of Object.values(ports)) await load(generator, port, productPath, 1);
  for (let pair = 0; pair < PAIRS; pair++) {
    for (const [name, port] of Object.entries(ports)) {
      turns[name].push(await load(generator, port, productPath, SECONDS));
    }
  }
  for (const each of [generator, ready, gzipping]) await each.stop();
  return buildRows(turns, page);
}

function buildRows(turns, page) {
  const rates = Object.fromEntries(
    Object.entries(turns).map(([name, all]) => [name, median(all.map((one) => one.perSecond))]),
  );
  const failures = Object.values(turns).flatMap((all) => all.map((one) => one.failures));
  const busiest = Math.max(...turns.bare.map((one) => one.ownShare));
  const ratio = rates.shop / rates.bare;
  const data = {
    perSecond: Object.fromEntries(Object.entries(rates).map(([name, r]) => [name, Math.round(r)])),
    failures: failures.reduce((a, b) => a + b, 0),
    bytes: page.body.length,
    generatorShareOfACore: rounded(busiest),
  };
  const limit =
    busiest > 0.9
      ? ` The load generator used ${Math.round(busiest * 100)} % of a core against the bare server, which may be faster still.`
      : "";
  return [
    {
      figure: "cached product page ÷ bare Node server, same bytes",
      value: ratio.toFixed(2),
      target: `≥ ${LEAST.toFixed(2)}`,
      reached: ratio >= LEAST && data.failures === 0,
      note: `${data.perSecond.shop} against ${data.perSecond.bare} requests/s, ${page.body.length} bytes each, ${data.failures} failures.${limit}`,
      data: { ratio: rounded(ratio, 3), ...data },
    },
    {
      figure: "… ÷ bare Node server that compresses each answer",
      value: (rates.shop / rates.gzipping).toFixed(2),
      note: `${data.perSecond.shop} against ${data.perSecond.gzipping} requests/s.`,
      data: { ratio: rounded(rates.shop / rates.gzipping, 3) },
    },
  ];
}

/** The answer that everybody gets from the cache. */
async function cachedAnswer(port, path) {
  const client = openClient(port);
  try {
    let answer;
    // One that the build left too long ago is made anew first, behind the readers' backs.
    for (let attempt = 0; attempt < 40; attempt++) {
      answer = await client.get(path);
      if (answer.headers["x-nextjs-cache"] === "HIT") break;
      await sleep(500);
    }
    const { status, headers } = answer;
    const state = headers["x-nextjs-cache"];
    if (status !== 200 || state !== "HIT" || headers["content-encoding"] !== "gzip") {
      throw new CliError(
        `${path} is not a cached page: status ${status}, x-nextjs-cache ${state}, content-encoding ${headers["content-encoding"]}.`,
      );
    }
    return { headers: ownHeaders(answer.rawHeaders), body: answer.body };
  } finally {
    client.close();
  }
}

/** All but those that node:http writes by itself. A chunked answer stays chunked. */
function ownHeaders(raw) {
  const automatic = new Set(["date", "connection", "keep-alive"]);
  const headers = [];
  for (let i = 0; i < raw.length; i += 2) {
    if (!automatic.has(raw[i].toLowerCase())) headers.push(raw[i], raw[i + 1]);
  }
  return headers;
}

async function bareServer(headers, body, gzip = false) {
  const server = child("bare-server.mjs");
  const kept = gzip ? withoutLength(headers) : headers;
  server.child.send({ headers: kept, body: body.toString("base64"), gzip });
  const [{ port }] = await once(server.child, "message");
  return { ...server, port };
}

function withoutLength(headers) {
  const at = headers.findIndex((name, i) => i % 2 === 0 && /^content-length$/i.test(name));
  return at < 0 ? headers : headers.toSpliced(at, 2);
}

async function load(generator, port, path, seconds) {
  const connections = CONNECTIONS;
  generator.child.send({ port, path, connections, seconds, expected: "HTTP/1.1 200" });
  const [result] = await once(generator.child, "message");
  return result;
}

function child(file) {
  return start(process.execPath, [inRoot("scripts", "bench", file)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
