import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Context, ResultRow } from "../bench/context";
import { type MailApi, startMailApi } from "./mail-api";
import { killWorker, startWorker } from "./worker";

const TIMEOUT_MS = 10 * 60_000;

interface Options {
  databaseUrl: string;
  recipients: number;
  kills: number;
  secret?: string;
  random?: () => number;
}

export interface KillReport {
  recipients: number;
  kills: number;
  calls: number;
  /** Number of recipients with exactly one message. */
  once: number;
  twice: number;
  never: number;
  /** Number of messages sent to a person after unsubscribing. */
  afterUnsubscribing: number;
  unsubscribed: number;
  status: string;
  sent: number;
}

interface Plan extends Pick<Context, "database" | "settings"> {
  recipients: number;
  kills: number;
}

/** E2 in the table of `npm run bench:faults`. */
export async function measureCampaignKills(plan: Plan): Promise<ResultRow[]> {
  const { database, settings, recipients, kills } = plan;
  const counted = await runCampaignKills({
    databaseUrl: database.url,
    recipients,
    kills,
    secret: settings.SESSION_SECRET,
  });
  const { once: reached, twice, never, unsubscribed, afterUnsubscribing } = counted;
  const row = (figure: string, value: number, target: number): ResultRow => ({
    figure,
    value: String(value),
    target: String(target),
    reached: value === target,
  });
  return [
    row(`recipients with exactly one message, ${kills} kills`, reached, recipients - unsubscribed),
    row("recipients with two or more", twice, 0),
    row("recipients without any who had not unsubscribed", never - unsubscribed, 0),
    row("messages to recipients who had unsubscribed", afterUnsubscribing, 0),
  ];
}

/**
 * Sends a campaign with a worker that is killed by SIGKILL at random points, to a mail API that hangs, fails or resets the
 * connection. After each kill a recipient without a mail unsubscribes, and all leases are ended.
 */
export async function runCampaignKills({
  databaseUrl,
  recipients,
  kills,
  secret = "s".repeat(40),
  random = Math.random,
}: Options): Promise<KillReport> {
  const api = await startMailApi();
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const campaign = `kills-${Date.now().toString(36)}`;
  const unsubscribed: (string | null)[] = [];
  let worker: Worker | undefined;
  try {
    await insertCampaign(database, campaign, recipients);
    for (let kill = 0; kill < kills; kill++) {
      worker = startCampaignWorker(databaseUrl, api.url, secret);
      await worker.isReady;
      await killAtRandom(worker.child, api, random);
      unsubscribed.push(await unsubscribeRandomRecipient(database, campaign, api, random));
      await endLeases(database);
    }
    api.planned.length = 0;
    worker = startCampaignWorker(databaseUrl, api.url, secret);
    const end = await waitForEnd(database, campaign);
    return {
      ...end,
      recipients,
      kills,
      calls: api.calls.length,
      ...countMessages(api, recipients, unsubscribed),
    };
  } finally {
    await killWorker(worker?.child);
    await database.end();
    await api.stop();
  }
}

type Worker = ReturnType<typeof startWorker>;

function startCampaignWorker(databaseUrl: string, mailUrl: string, secret: string): Worker {
  return startWorker("campaign-worker.ts", {
    DATABASE_URL: databaseUrl,
    RESEND_API_KEY: "re_faults_0123456789",
    RESEND_BASE_URL: mailUrl,
    SESSION_SECRET: secret,
  });
}

/** Kills the worker during a call or between two calls; the API may have accepted a mail without a valid answer. */
async function killAtRandom(
  child: Worker["child"],
  api: MailApi,
  random: () => number,
): Promise<void> {
  const behaviours = [
    "ok",
    "hang-taken",
    "hang",
    "500-taken",
    "429",
    "malformed",
    "reset",
    "slow",
  ] as const;
  api.next(behaviours[Math.floor(random() * behaviours.length)] ?? "ok");
  const seen = api.calls.length;
  const deadline = Date.now() + 5_000;
  while (api.calls.length === seen && Date.now() < deadline) await pause(5);
  await pause(random() * 700);
  await killWorker(child);
  api.held.length = 0;
}

/** Ends all leases and delays, because the database's clock cannot be moved. */
async function endLeases(database: pg.Client): Promise<void> {
  await database.query(
    `UPDATE "CampaignBatch" SET "lockedUntil" = now() - interval '1 second', "nextAttemptAt" = now() WHERE "state" = 'OPEN'`,
  );
}

async function unsubscribeRandomRecipient(
  database: pg.Client,
  campaign: string,
  api: MailApi,
  random: () => number,
): Promise<string | null> {
  const mailed = new Set(api.taken.map(({ mail }) => mail.to[0]));
  const { rows } = await database.query(
    `SELECT s."id", s."email" FROM "NewsletterSubscriber" s WHERE s."source" = $1 AND s."status" = 'CONFIRMED' ORDER BY s."id"`,
    [campaign],
  );
  const waiting = rows.filter(({ email }) => !mailed.has(email));
  // Among the first 60, which are in the current batch if there is one.
  const chosen = waiting[Math.floor(random() * Math.min(waiting.length, 60))];
  if (!chosen) return null;
  await database.query(
    `UPDATE "NewsletterSubscriber" SET "status" = 'UNSUBSCRIBED', "unsubscribedAt" = now() WHERE "id" = $1`,
    [chosen.id],
  );
  return chosen.email;
}

async function insertCampaign(
  database: pg.Client,
  campaign: string,
  recipients: number,
): Promise<void> {
  await database.query(
    `INSERT INTO "NewsletterSubscriber" ("id", "email", "emailHmac", "status", "locale", "source", "confirmedAt")
     SELECT md5($1 || n), n || '-' || $1 || '@example.test', md5('hmac' || $1 || n), 'CONFIRMED',
       (CASE WHEN n % 3 = 0 THEN 'AR' ELSE 'FR' END)::"Language", $1, now() - interval '1 day'
     FROM generate_series(1, $2::int) AS n`,
    [campaign, recipients],
  );
  const copy = (language: string) => ({
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

async function waitForEnd(
  database: pg.Client,
  campaign: string,
): Promise<{ status: string; sent: number }> {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const { rows } = await database.query(
      `SELECT "status", "sent" FROM "Campaign" WHERE "id" = $1`,
      [campaign],
    );
    if (rows[0].status !== "RUNNING" || Date.now() > deadline) return rows[0];
    await pause(100);
  }
}

function countMessages(api: MailApi, recipients: number, unsubscribed: readonly (string | null)[]) {
  const got = new Map<string, number>();
  for (const { mail } of api.taken) {
    const [email = ""] = mail.to;
    got.set(email, (got.get(email) ?? 0) + 1);
  }
  const emails = unsubscribed.filter((email) => email !== null);
  const counts = [...got.values()];
  return {
    once: counts.filter((count) => count === 1).length,
    twice: counts.filter((count) => count > 1).length,
    never: recipients - got.size,
    afterUnsubscribing: emails.filter((email) => got.has(email)).length,
    unsubscribed: emails.length,
  };
}
