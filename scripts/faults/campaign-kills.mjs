import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { startMailApi } from "./mail-api.mjs";

const LONGEST_MS = 10 * 60_000;

/** E2 in the table of `npm run bench:faults`. */
export async function campaignKills({ database, settings, recipients, kills }) {
  const { SESSION_SECRET } = settings;
  const counted = await runCampaignKills({
    ...{ databaseUrl: database.url, recipients, kills },
    secret: SESSION_SECRET,
  });
  const { once: reached, twice, never, unsubscribed, afterUnsubscribing } = counted;
  const of = recipients - unsubscribed;
  const row = (figure, value, target) => ({
    figure,
    value: String(value),
    target: String(target),
    reached: value === target,
  });
  return [
    row(`recipients with exactly one message, ${kills} kills`, reached, of),
    row("recipients with two or more", twice, 0),
    row("recipients without any who had not unsubscribed", never - unsubscribed, 0),
    row("messages to who had unsubscribed meanwhile", afterUnsubscribing, 0),
  ];
}

/**
 * Sends a campaign by a worker that is killed with -9 at random points, to a mail API that takes calls and says nothing, fails, or
 * cuts the line. After each kill somebody who has not been mailed yet unsubscribes, and leases are made to run out at once.
 */
export async function runCampaignKills({
  databaseUrl,
  recipients,
  kills,
  secret = "s".repeat(40),
  random = Math.random,
}) {
  const { default: pg } = await import("pg");
  const api = await startMailApi();
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const campaign = `kills-${Date.now().toString(36)}`;
  const unsubscribed = [];
  let worker;
  try {
    await fill(database, campaign, recipients);
    for (let kill = 0; kill < kills; kill++) {
      worker = startWorker(databaseUrl, api.url, secret);
      await worker.isReady;
      await killSometime(worker.child, api, random);
      unsubscribed.push(await unsubscribeSomebody(database, campaign, api, random));
      await endLeases(database);
    }
    api.planned.length = 0;
    worker = startWorker(databaseUrl, api.url, secret);
    const end = await finished(database, campaign);
    return report({ ...end, api, recipients, kills, unsubscribed: unsubscribed.filter(Boolean) });
  } finally {
    await killed(worker?.child);
    await database.end();
    await api.stop();
  }
}

function startWorker(databaseUrl, mailUrl, secret) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "scripts/faults/campaign-worker.ts"],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        NODE_ENV: "development",
        LOG_LEVEL: "silent",
        DATABASE_URL: databaseUrl,
        RESEND_API_KEY: "re_faults_0123456789",
        RESEND_BASE_URL: mailUrl,
        SESSION_SECRET: secret,
      },
    },
  );
  return { child, isReady: once(child.stdout, "data") };
}

/** While a call is under way or in between, with an API that has just taken a mail and not said so, or said nonsense. */
async function killSometime(child, api, random) {
  const moods = ["ok", "hang-taken", "hang", "500-taken", "429", "malformed", "reset", "slow"];
  api.next(moods[Math.floor(random() * moods.length)]);
  const seen = api.calls.length;
  const patience = Date.now() + 5_000;
  while (api.calls.length === seen && Date.now() < patience) await pause(5);
  await pause(random() * 700);
  await killed(child);
  api.held.length = 0;
}

async function killed(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** The database's clock cannot be moved: what a minute brings is made to have come. */
async function endLeases(database) {
  await database.query(
    `UPDATE "CampaignBatch" SET "lockedUntil" = now() - interval '1 second', "nextAttemptAt" = now() WHERE "state" = 'OPEN'`,
  );
}

async function unsubscribeSomebody(database, campaign, api, random) {
  const mailed = new Set(api.taken.map(({ mail }) => mail.to[0]));
  const { rows } = await database.query(
    `SELECT s."id", s."email" FROM "NewsletterSubscriber" s WHERE s."source" = $1 AND s."status" = 'CONFIRMED' ORDER BY s."id"`,
    [campaign],
  );
  const waiting = rows.filter(({ email }) => !mailed.has(email));
  // Of the batch that is under way, if there is one: it stands first.
  const chosen = waiting[Math.floor(random() * Math.min(waiting.length, 60))];
  if (!chosen) return null;
  await database.query(
    `UPDATE "NewsletterSubscriber" SET "status" = 'UNSUBSCRIBED', "unsubscribedAt" = now() WHERE "id" = $1`,
    [chosen.id],
  );
  return chosen.email;
}

async function fill(database, campaign, recipients) {
  await database.query(
    `INSERT INTO "NewsletterSubscriber" ("id", "email", "emailHmac", "status", "locale", "source", "confirmedAt")
     SELECT md5($1 || n), n || '-' || $1 || '@example.test', md5('hmac' || $1 || n), 'CONFIRMED',
       (CASE WHEN n % 3 = 0 THEN 'AR' ELSE 'FR' END)::"Language", $1, now() - interval '1 day'
     FROM generate_series(1, $2::int) AS n`,
    [campaign, recipients],
  );
  const copy = (language) => ({
    subject: `Essai ${language}`,
    html: `<p>${language}</p><a href="https://copy.invalid/~link-0~">x</a><a href="https://copy.invalid/~unsubscribe-0~">y</a>`,
    text: `${language} https://copy.invalid/~link-0~ https://copy.invalid/~unsubscribe-0~`,
  });
  await database.query(
    `INSERT INTO "Campaign" ("id", "subject", "status", "startedAt", "toSend", "audience", "snapshot")
     VALUES ($1, 'Essai', 'RUNNING', clock_timestamp(), $2, $3, $4)`,
    [
      campaign,
      recipients,
      JSON.stringify({ sources: [campaign] }),
      JSON.stringify({ fr: copy("fr"), ar: copy("ar") }),
    ],
  );
  await database.query(
    `INSERT INTO "CampaignMessage" ("id", "campaignId", "subscriberId")
     SELECT 'm' || "id", $1, "id" FROM "NewsletterSubscriber" WHERE "source" = $1`,
    [campaign],
  );
}

async function finished(database, campaign) {
  const patience = Date.now() + LONGEST_MS;
  for (;;) {
    const { rows } = await database.query(
      `SELECT "status", "sent" FROM "Campaign" WHERE "id" = $1`,
      [campaign],
    );
    if (rows[0].status !== "RUNNING" || Date.now() > patience) return rows[0];
    await pause(100);
  }
}

function report({ status, sent, api, recipients, kills, unsubscribed }) {
  const got = new Map();
  for (const { mail } of api.taken) got.set(mail.to[0], (got.get(mail.to[0]) ?? 0) + 1);
  const counts = [...got.values()];
  return {
    recipients,
    kills,
    calls: api.calls.length,
    once: counts.filter((count) => count === 1).length,
    twice: counts.filter((count) => count > 1).length,
    never: recipients - got.size,
    afterUnsubscribing: unsubscribed.filter((email) => got.has(email)).length,
    unsubscribed: unsubscribed.length,
    status,
    sent,
  };
}
