import { randomBytes } from "node:crypto";
import pg from "pg";
import { CliError } from "../steps/cli-error.mjs";
import { sleep } from "../steps/processes.mjs";
import { nextClientAddress } from "./client";
import type { Context, ResultRow } from "./context";
import { recordStatements, type Statement } from "./databases";
import { type ApiCall, createApiCall } from "./staff";
import { median, percentile, rounded } from "./statistics";

const SAMPLES = 200;
const WARM_UP = 20;
const MAX_RATIO = 5;
const MAX_MS = 500;
/** The shop treats younger forms as spam, and spam sends no mail. */
const FORM_AGE_MS = 3_200;
/** Between two messages, so that the mails of the first have been sent before the next arrives. */
const INTERVAL_MS = 250;

export const method =
  `p95 over ${SAMPLES} messages to POST /api/public/contact, each from another client, against p95 of the statements that such a message was seen ` +
  "to send (PostgreSQL's own log: the limiter, what came before, then message and two mails in one transaction) through `pg`. In turns; a quarter of a second " +
  "between two messages, in which their mails go out.";

/** CONTACT: the answer to a message waits for its rows and for nothing else. */
export async function measureContact({
  server,
  settings,
  database,
}: Context): Promise<ResultRow[]> {
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  const call = createApiCall(settings);
  try {
    const tokens = await requestFormTokens(call, SAMPLES + WARM_UP + 2);
    const post = () => send(call, tokens.pop() ?? "");
    await post();
    await sleep(1000);
    const replay = createReplay(await recordStatements(server, post));
    const times: Times = { http: [], sql: [] };
    for (let turn = 0; turn < SAMPLES + WARM_UP; turn++) {
      for (const side of turn % 2 === 0 ? (["http", "sql"] as const) : (["sql", "http"] as const)) {
        await sleep(INTERVAL_MS);
        const milliseconds = side === "http" ? await post() : await throughPg(pool, replay());
        if (turn >= WARM_UP) times[side].push(milliseconds);
      }
    }
    return buildRows(times, replay().length);
  } finally {
    await pool.end();
  }
}

type Times = Record<"http" | "sql", number[]>;

type Query = Statement & { rowMode: "array" };

async function requestFormTokens(call: ApiCall, count: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let i = 0; i < count; i++) {
    const { status, data } = await call<{ token: string }>("GET", "/api/public/contact/form-token");
    if (status !== 200) throw new CliError(`The form's token was answered with ${status}.`);
    tokens.push(data.token);
  }
  await sleep(FORM_AGE_MS);
  return tokens;
}

/** Returns random letters. Digits would not do: the spam rules treat texts that differ in digits only as equal. */
function createLetters(length: number): string {
  return Array.from(randomBytes(length), (byte) => String.fromCharCode(97 + (byte % 26))).join("");
}

async function send(call: ApiCall, formToken: string): Promise<number> {
  const answer = await call("POST", "/api/public/contact", {
    name: "Client mesuré",
    email: `${createLetters(12)}@example.test`,
    phone: "06 61 23 45 67",
    subject: "Zellige",
    message: `Bonjour, avez-vous du zellige ${createLetters(20)} ?`,
    formToken,
    submissionKey: createLetters(32),
  });
  if (answer.status !== 201) {
    throw new CliError(
      `A message was answered with ${answer.status}: ${JSON.stringify(answer.error)}`,
    );
  }
  return answer.milliseconds;
}

/** Columns with values that must be unique per message. */
const UNIQUE_COLUMNS = ["id", "submissionKey", "formNonce", "contentHash", "ipHash", "email"];

/** Returns a function that repeats the statements of one message with new unique values. */
function createReplay(seen: readonly Statement[]): () => Query[] {
  const replayed = seen.filter(({ text }) =>
    /^\s*INSERT INTO|count\(\*\)::int FROM "ContactMessage"|pg_advisory_xact_lock/.test(text),
  );
  const message = replayed.find(({ text }) => isInto(text, "ContactMessage"));
  const mails = replayed.filter(({ text }) => isInto(text, "OutboxEmail"));
  if (!message || mails.length !== 2) {
    throw new CliError(`${mails.length} mails of a message were found in PostgreSQL's log, not 2.`);
  }
  const uniqueValues = [
    ...UNIQUE_COLUMNS.map((column) => getColumn(message, column)),
    ...mails.map((mail) => getColumn(mail, "id")),
  ];
  return () => {
    const fresh = new Map(uniqueValues.map((value) => [value, renew(value)]));
    const address = nextClientAddress();
    const replace = (value: string | null) =>
      value === null
        ? null
        : [...fresh].reduce(
            (text, [old, renewed]) => text.replaceAll(old, renewed),
            value.replace(/^contact:[\d.]+$/, `contact:${address}`),
          );
    return replayed.map(({ text, values }) => ({
      text,
      values: values.map(replace),
      rowMode: "array",
    }));
  };
}

function renew(value: string): string {
  return value.includes("@") ? `${createLetters(12)}@example.test` : createLetters(value.length);
}

function isInto(text: string, table: string): boolean {
  return new RegExp(`^INSERT INTO (?:"public"\\.)?"${table}"`).test(text);
}

function getColumn({ text, values }: Statement, column: string): string {
  const columns = /\(([^)]*)\) VALUES/
    .exec(text)?.[1]
    ?.split(",")
    .map((name) => name.replaceAll(/["\s]/g, ""));
  const value = values[columns?.indexOf(column) ?? -1];
  if (!value) throw new CliError(`The statement in PostgreSQL's log has no "${column}": ${text}`);
  return value;
}

async function throughPg(pool: pg.Pool, statements: readonly Query[]): Promise<number> {
  const first = statements.findIndex(({ text }) => text.includes("pg_advisory_xact_lock"));
  const message = statements.find(({ text }) => isInto(text, "ContactMessage"));
  const started = performance.now();
  for (const statement of statements.slice(0, first)) await pool.query(statement);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    for (const statement of statements.slice(first)) await client.query(statement);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
  const milliseconds = performance.now() - started;
  // Deleted, so that the shop does not send the replayed mails.
  const id = message && getColumn(message, "id");
  await pool.query(`DELETE FROM "OutboxEmail" WHERE "entityId" = $1`, [id]);
  return milliseconds;
}

function buildRows({ http, sql }: Times, statementCount: number): ResultRow[] {
  const [p95, sqlP95] = [percentile(http, 0.95), percentile(sql, 0.95)];
  const ratio = p95 / sqlP95;
  return [
    {
      figure: "a customer's message: p95 of the API ÷ p95 of its SQL",
      value: ratio.toFixed(2),
      target: `≤ ${MAX_RATIO.toFixed(2)}`,
      reached: ratio <= MAX_RATIO,
      note: `p95 ${p95.toFixed(1)} ms over HTTP, ${sqlP95.toFixed(1)} ms through pg (medians ${median(http).toFixed(1)} and ${median(sql).toFixed(1)}); ${statementCount} statements a message, and the transaction's two ends.`,
      data: { ratio: rounded(ratio), statementCount, p95: rounded(p95), sqlP95: rounded(sqlP95) },
    },
    {
      figure: "… slowest answer",
      value: `${Math.max(...http).toFixed(0)} ms`,
      target: `≤ ${MAX_MS} ms`,
      reached: Math.max(...http) <= MAX_MS,
      data: { slowest: rounded(Math.max(...http)) },
    },
  ];
}
