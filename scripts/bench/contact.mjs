import { randomBytes } from "node:crypto";
import { CliError } from "../steps/cli-error.mjs";
import { sleep } from "../steps/processes.mjs";
import { nextClientAddress } from "./client.mjs";
import { recordStatements } from "./databases.mjs";
import { staffClient } from "./staff.mjs";
import { median, percentile, rounded } from "./statistics.mjs";

const SAMPLES = 200;
const WARM_UP = 20;
const MOST = 5;
const MOST_MS = 500;
/** Younger forms are spam, and spam sends no mail. */
const FORM_AGE_MS = 3_200;
/** The mails of one message are made before the next one comes, as in a shop that is not written to four times a second. */
const BETWEEN_MS = 250;

export const how =
  `p95 over ${SAMPLES} messages to POST /api/public/contact, each from another client, against p95 of the statements that such a message was seen ` +
  "to send (PostgreSQL's own log: the limiter, what came before, then message and two mails in one transaction) through `pg`. In turns; a quarter of a second " +
  "between two messages, in which their mails go out.";

/** The figure: the answer waits for its rows and for nothing else. */
export async function measureContact({ server, settings, database }) {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  const call = staffClient(settings);
  try {
    const tokens = await openForms(call, SAMPLES + WARM_UP + 2);
    const post = () => send(call, tokens.pop());
    await post();
    await sleep(1000);
    const replay = replayOf(await recordStatements(server, post));
    const times = { http: [], sql: [] };
    for (let turn = 0; turn < SAMPLES + WARM_UP; turn++) {
      for (const side of turn % 2 === 0 ? ["http", "sql"] : ["sql", "http"]) {
        await sleep(BETWEEN_MS);
        const milliseconds = side === "http" ? await post() : await throughPg(pool, replay());
        if (turn >= WARM_UP) times[side].push(milliseconds);
      }
    }
    return buildRows(times, replay().length);
  } finally {
    await pool.end();
  }
}

async function openForms(call, count) {
  const tokens = [];
  for (let i = 0; i < count; i++) {
    const { status, data } = await call("GET", "/api/public/contact/form-token");
    if (status !== 200) throw new CliError(`The form's token was answered with ${status}.`);
    tokens.push(data.token);
  }
  await sleep(FORM_AGE_MS);
  return tokens;
}

/** Letters only: the same text with other figures would be the same text. */
function letters(length) {
  return Array.from(randomBytes(length), (byte) => String.fromCharCode(97 + (byte % 26))).join("");
}

async function send(call, formToken) {
  const answer = await call("POST", "/api/public/contact", {
    name: "Client mesuré",
    email: `${letters(12)}@example.test`,
    phone: "06 61 23 45 67",
    subject: "Zellige",
    message: `Bonjour, avez-vous du zellige ${letters(20)} ?`,
    formToken,
    submissionKey: letters(32),
  });
  if (answer.status !== 201) {
    throw new CliError(
      `A message was answered with ${answer.status}: ${JSON.stringify(answer.error)}`,
    );
  }
  return answer.milliseconds;
}

const OWN = ["id", "submissionKey", "formNonce", "contentHash", "ipHash", "email"];

/** Statements of one message with everything in them that must not come twice made anew. */
function replayOf(seen) {
  const kept = seen.filter(({ text }) =>
    /^\s*INSERT INTO|count\(\*\)::int FROM "ContactMessage"|pg_advisory_xact_lock/.test(text),
  );
  const message = kept.find(({ text }) => isInto(text, "ContactMessage"));
  const mails = kept.filter(({ text }) => isInto(text, "OutboxEmail"));
  if (!message || mails.length !== 2) {
    throw new CliError(`${mails.length} mails of a message were found in PostgreSQL's log, not 2.`);
  }
  const taken = [
    ...OWN.map((column) => columnOf(message, column)),
    ...mails.map((mail) => columnOf(mail, "id")),
  ];
  return () => {
    const fresh = new Map(taken.map((value) => [value, freshAs(value)]));
    const address = nextClientAddress();
    const renewed = (value) =>
      value === null
        ? null
        : [...fresh].reduce(
            (text, [old, own]) => text.replaceAll(old, own),
            value.replace(/^contact:[\d.]+$/, `contact:${address}`),
          );
    return kept.map(({ text, values }) => ({
      text,
      values: values.map(renewed),
      rowMode: "array",
    }));
  };
}

function freshAs(value) {
  return value.includes("@") ? `${letters(12)}@example.test` : letters(value.length);
}

function isInto(text, table) {
  return new RegExp(`^INSERT INTO (?:"public"\\.)?"${table}"`).test(text);
}

function columnOf({ text, values }, column) {
  const columns = /\(([^)]*)\) VALUES/
    .exec(text)?.[1]
    .split(",")
    .map((name) => name.replaceAll(/["\s]/g, ""));
  const value = values[columns?.indexOf(column) ?? -1];
  if (!value) throw new CliError(`The statement in PostgreSQL's log has no "${column}": ${text}`);
  return value;
}

async function throughPg(pool, statements) {
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
  // The shop would send them: what is measured here is the writing.
  const id = columnOf(message, "id");
  await pool.query(`DELETE FROM "OutboxEmail" WHERE "entityId" = $1`, [id]);
  return milliseconds;
}

function buildRows({ http, sql }, statementCount) {
  const [p95, sqlP95] = [percentile(http, 0.95), percentile(sql, 0.95)];
  const ratio = p95 / sqlP95;
  return [
    {
      figure: "a customer's message: p95 of the API ÷ p95 of its SQL",
      value: ratio.toFixed(2),
      target: `≤ ${MOST.toFixed(2)}`,
      reached: ratio <= MOST,
      note: `p95 ${p95.toFixed(1)} ms over HTTP, ${sqlP95.toFixed(1)} ms through pg (medians ${median(http).toFixed(1)} and ${median(sql).toFixed(1)}); ${statementCount} statements a message, and the transaction's two ends.`,
      data: { ratio: rounded(ratio), statementCount, p95: rounded(p95), sqlP95: rounded(sqlP95) },
    },
    {
      figure: "… slowest answer",
      value: `${Math.max(...http).toFixed(0)} ms`,
      target: `≤ ${MOST_MS} ms`,
      reached: Math.max(...http) <= MOST_MS,
      data: { slowest: rounded(Math.max(...http)) },
    },
  ];
}
