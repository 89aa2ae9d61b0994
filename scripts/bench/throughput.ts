import { once } from "node:events";
import zlib from "node:zlib";
import { CliError } from "../steps/cli-error.mjs";
import { inRoot } from "../steps/files.mjs";
import { sleep, start } from "../steps/processes.mjs";
import { openClient } from "./client";
import type { Context, ResultRow } from "./context";
import type { LoadResult } from "./load-generator";
import { median, rounded } from "./statistics";

const PAIRS = 5;
const SECONDS = 5;
const CONNECTIONS = 32;
const MIN_RATIO = 0.2;

export const method =
  `Requests per second of a cached product page (gzip, ${CONNECTIONS} keep-alive connections, raw sockets in a process of its own), ` +
  `in turns of ${SECONDS} s: the shop, a bare node:http server that sends the very same answer (the app's own headers and compressed ` +
  `body, made once), and a bare one that compresses the same page for each request. Medians of ${PAIRS} turns each.`;

type Turns = Record<"shop" | "bare" | "gzipping", LoadResult[]>;

/** T1: the shop against a bare Node server, in turns. */
export async function measureThroughput({ settings, productPath }: Context): Promise<ResultRow[]> {
  const page = await getCachedAnswer(settings.PORT, productPath);
  const generator = fork("load-generator.ts");
  const ready = await startBareServer(page.headers, page.body);
  const gzipping = await startBareServer(page.headers, zlib.gunzipSync(page.body), true);
  const ports = { shop: Number(settings.PORT), bare: ready.port, gzipping: gzipping.port };
  const turns: Turns = { shop: [], bare: [], gzipping: [] };
  for (const port of Object.values(ports)) await runLoad(generator, port, productPath, 1);
  for (let pair = 0; pair < PAIRS; pair++) {
    for (const [name, port] of Object.entries(ports)) {
      turns[name as keyof Turns].push(await runLoad(generator, port, productPath, SECONDS));
    }
  }
  for (const each of [generator, ready, gzipping]) await each.stop();
  return buildRows(turns, page);
}

function buildRows(turns: Turns, page: CachedAnswer): ResultRow[] {
  const getRate = (results: LoadResult[]) => median(results.map(({ perSecond }) => perSecond));
  const rates = {
    shop: getRate(turns.shop),
    bare: getRate(turns.bare),
    gzipping: getRate(turns.gzipping),
  };
  const failures = Object.values(turns).flatMap((all) => all.map((one) => one.failures));
  const busiest = Math.max(...turns.bare.map((one) => one.cpuShare));
  const ratio = rates.shop / rates.bare;
  const data = {
    perSecond: {
      shop: Math.round(rates.shop),
      bare: Math.round(rates.bare),
      gzipping: Math.round(rates.gzipping),
    },
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
      target: `≥ ${MIN_RATIO.toFixed(2)}`,
      reached: ratio >= MIN_RATIO && data.failures === 0,
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

interface CachedAnswer {
  headers: string[];
  body: Buffer;
}

/** Returns the page as the shop serves it from its cache, with the app's headers. */
async function getCachedAnswer(port: string, path: string): Promise<CachedAnswer> {
  const client = openClient(port);
  try {
    let answer = await client.get(path);
    // A page older than its revalidation time is rendered in the background first.
    for (let attempt = 1; attempt < 40 && answer.headers["x-nextjs-cache"] !== "HIT"; attempt++) {
      await sleep(500);
      answer = await client.get(path);
    }
    const { status, headers } = answer;
    const state = headers["x-nextjs-cache"];
    if (status !== 200 || state !== "HIT" || headers["content-encoding"] !== "gzip") {
      throw new CliError(
        `${path} is not a cached page: status ${status}, x-nextjs-cache ${state}, content-encoding ${headers["content-encoding"]}.`,
      );
    }
    return { headers: omitAutomaticHeaders(answer.rawHeaders), body: answer.body };
  } finally {
    client.close();
  }
}

/** Drops the headers that node:http writes itself. A chunked answer stays chunked. */
function omitAutomaticHeaders(raw: readonly string[]): string[] {
  const automatic = new Set(["date", "connection", "keep-alive"]);
  return raw.filter((_, i) => !automatic.has((raw[i - (i % 2)] ?? "").toLowerCase()));
}

async function startBareServer(headers: string[], body: Buffer, gzip = false) {
  const server = fork("bare-server.ts");
  const sent = gzip ? withoutLength(headers) : headers;
  server.child.send({ headers: sent, body: body.toString("base64"), gzip });
  const [{ port }] = await once(server.child, "message");
  return { ...server, port };
}

function withoutLength(headers: string[]): string[] {
  const at = headers.findIndex((name, i) => i % 2 === 0 && /^content-length$/i.test(name));
  return at < 0 ? headers : headers.toSpliced(at, 2);
}

async function runLoad(
  generator: ReturnType<typeof fork>,
  port: number,
  path: string,
  seconds: number,
): Promise<LoadResult> {
  const connections = CONNECTIONS;
  generator.child.send({ port, paths: [path], connections, seconds, expected: "HTTP/1.1 200" });
  const [result] = await once(generator.child, "message");
  return result;
}

function fork(file: string) {
  return start(process.execPath, ["--import", "tsx", inRoot("scripts", "bench", file)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
