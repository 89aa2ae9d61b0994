import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { killWorker, startWorker } from "../../../scripts/faults/worker";

const MAX_LOST_MS = 5_000;

/** `npm run bench:faults -- E4` does the same to the whole shop, and asks it to end. */
it("a process that is killed loses the events of five seconds at most", {
  timeout: 60_000,
}, async () => {
  const { child, isReady } = startWorker("event-worker.ts", {
    DATABASE_URL: process.env.DATABASE_URL ?? "",
  });
  let output = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  await isReady;
  await pause(MAX_LOST_MS + 2_000);
  await killWorker(child);
  const killedAt = Date.now();
  const queued = [...output.matchAll(/^([\w-]{36}) (\d+)$/gm)].map(([, id = "", at]) => ({
    id,
    age: killedAt - Number(at),
  }));
  const rows = await db.analyticsEvent.findMany({
    where: { id: { in: queued.map(({ id }) => id) } },
    select: { id: true },
  });
  const stored = new Set(rows.map(({ id }) => id));
  expect(Math.max(...queued.map(({ age }) => age))).toBeGreaterThan(MAX_LOST_MS);
  const lost = queued.filter(({ id }) => !stored.has(id));
  expect(lost.filter(({ age }) => age > MAX_LOST_MS)).toEqual([]);
  await db.analyticsEvent.deleteMany();
});
