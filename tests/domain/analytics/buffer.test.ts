import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { consumeEventQuota } from "@/domain/analytics/batch/event-quota";
import { enqueueEvent, flushEvents } from "@/domain/analytics/buffer-commands";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { newClient } from "../../support/analytics";
import { recordStatements } from "../../support/statements";

const MAX_QUEUED = 10_000;

afterEach(async () => {
  await db.analyticsEvent.deleteMany();
});

describe("A flood of events", () => {
  it("costs at most ten statements per thousand events while they arrive without pause", async () => {
    const statements = await recordStatements(async () => {
      for (let sent = 0; sent < 3_000; sent += 2) {
        for (const client of [newClient(), newClient()]) {
          enqueueEvent(client, { eventType: "page_view", page: "home" });
        }
        await sleep(1);
      }
      await flushEvents();
    });
    expect(await db.analyticsEvent.count()).toBe(3_000);
    expect(statements.length).toBeLessThanOrEqual(30);
  });

  it("from many clients fills a bounded queue; the rest is dropped and counted", async () => {
    const warn = vi.spyOn(log, "warn");
    for (let count = 0; count < MAX_QUEUED + 2_000; count++) {
      enqueueEvent(newClient(), { eventType: "page_view", page: "home" });
    }
    await flushEvents();
    expect(await db.analyticsEvent.count()).toBe(MAX_QUEUED);
    expect(warn).toHaveBeenCalledExactlyOnceWith({ dropped: 2_000 }, expect.any(String));
  });

  it("from one client is cut to six hundred a minute", () => {
    const now = Date.UTC(2026, 10, 30, 12);
    const count = (address: string, moment: number) =>
      Array.from({ length: 700 }, () => consumeEventQuota(address, moment)).filter(Boolean).length;
    expect(count("192.0.2.1", now)).toBe(600);
    expect(count("192.0.2.2", now + 59_000)).toBe(600);
    expect(count("192.0.2.1", now + 59_000)).toBe(0);
    expect(count("192.0.2.1", now + 60_000)).toBe(600);
  });

  it.each([
    ["source", 1],
    ["medium", 2],
    ["campaign", 3],
  ] as const)(
    "with invented values adds two hundred of each %s a day, and known ones stay",
    async (column, daysAhead) => {
      await db.analyticsDaily.create({
        data: {
          day: new Date(),
          dimension: column,
          eventType: "any",
          value: "google.com",
          events: 1,
          visitors: 1,
          sessions: 1,
        },
      });
      vi.setSystemTime(Date.now() + daysAhead * 86_400_000);
      try {
        const send = async (value: string) => {
          const arrival = { source: null, medium: null, campaign: null, [column]: value };
          enqueueEvent(newClient(), { eventType: "page_view", page: "home", arrival });
        };
        for (let index = 0; index < 300; index++) await send(`invented-${index}`);
        await flushEvents();
        await send("google.com");
        await send("invented-299");
        await send("invented-0");
        await flushEvents();
      } finally {
        vi.useRealTimers();
      }
      const groups = await db.analyticsEvent.groupBy({ by: [column], _count: true });
      const counts = new Map(groups.map((group) => [group[column], group._count]));
      expect(counts.size).toBe(202);
      expect([counts.get("autres"), counts.get("google.com"), counts.get("invented-0")]).toEqual([
        101, 1, 2,
      ]);
      await db.analyticsDaily.deleteMany();
    },
  );

  it("is not held up by an event that the database refuses", async () => {
    const error = vi.spyOn(log, "error").mockImplementation(() => undefined);
    for (const id of ["good-event-1", "bad-event-\0", "good-event-2"]) {
      enqueueEvent(newClient(), { id, eventType: "page_view", page: "home" });
    }
    await flushEvents();
    const stored = await db.analyticsEvent.findMany({ orderBy: { id: "asc" } });
    expect(stored.map(({ id }) => id)).toEqual(["good-event-1", "good-event-2"]);
    expect(error).toHaveBeenCalledOnce();
  });
});
