import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { GET } from "@/app/api/cron/weekly-figures/route";
import { queueWeeklyFigures } from "@/domain/analytics/weekly/commands";
import { findReportedWeek } from "@/domain/analytics/weekly/rules";
import { db } from "@/lib/db";
import { storeFixture } from "../../support/analytics-fixture";
import { call } from "../../support/call";

const MONDAY = new Date("2026-11-16T07:30:00Z");

beforeAll(async () => {
  await storeFixture();
  await db.product.update({ where: { id: "p-lavabo" }, data: { basePrice: "100.00" } });
  await db.product.updateMany({ data: { publishAt: new Date("2026-01-01") } });
  await db.setting.create({ data: { key: "notificationEmail", value: "patron@shop.test" } });
});
beforeEach(async () => {
  await db.outboxEmail.deleteMany();
});

const findMails = () =>
  db.outboxEmail.findMany({ select: { to: true, template: true, props: true, subject: true } });

describe("The weekly mail", () => {
  it("tells the owner the figures of last week, products without a price first, once per week", async () => {
    expect(await queueWeeklyFigures(MONDAY)).toBe(true);
    expect(await queueWeeklyFigures(MONDAY)).toBe(false);
    expect(await queueWeeklyFigures(new Date("2026-11-18T12:00:00Z"))).toBe(false);
    const [mail, ...others] = await findMails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: "patron@shop.test",
      template: "weekly-figures",
      subject: expect.stringContaining("15 nov. 2026"),
      props: {
        first: "2026-11-09",
        last: "2026-11-15",
        figures: [
          { name: "visitors", current: 38, before: 42 },
          { name: "views", current: 86, before: 103 },
          { name: "whatsapp", current: 8, before: 10 },
          { name: "messages", current: 2, before: 5 },
          { name: "phone", current: 3, before: 5 },
          { name: "sales", current: 5, before: 1 },
        ],
      },
    });
    const { products } = z
      .object({ products: z.array(z.object({ id: z.string() })) })
      .parse(mail?.props);
    expect(products).toHaveLength(3);
    expect(products.map(({ id }) => id)).not.toContain("p-lavabo");
  });

  it("is queued once by two runs at the same time", async () => {
    const runs = await Promise.all([queueWeeklyFigures(MONDAY), queueWeeklyFigures(MONDAY)]);
    expect(runs.filter(Boolean)).toHaveLength(1);
    expect(await findMails()).toHaveLength(1);
  });

  it("is not queued for a week without visits", async () => {
    expect(await queueWeeklyFigures(new Date("2026-12-14T08:00:00Z"))).toBe(false);
  });

  it("can be switched off", async () => {
    await db.setting.create({ data: { key: "weeklyFigures", value: false } });
    expect(await queueWeeklyFigures(MONDAY)).toBe(false);
    await db.setting.delete({ where: { key: "weeklyFigures" } });
  });

  it("is queued by the cron job only", async () => {
    expect((await call(GET)).status).toBe(401);
    const headers = { authorization: `Bearer ${process.env.CRON_SECRET}` };
    const { status, body } = await call(GET, { headers });
    expect(status).toBe(200);
    expect(body?.data).toEqual({ isQueued: false });
  });

  it.each([
    ["2026-11-16T06:59:00Z", null],
    ["2026-11-16T07:00:00Z", { first: "2026-11-09", last: "2026-11-15" }],
    ["2026-11-18T23:59:00Z", { first: "2026-11-09", last: "2026-11-15" }],
    ["2026-11-19T00:00:00Z", null],
    ["2026-11-22T12:00:00Z", null],
    ["2027-01-05T12:00:00Z", { first: "2026-12-28", last: "2027-01-03" }],
  ])("is about at %s the week %j", (now, week) => {
    expect(findReportedWeek(new Date(now))).toEqual(week);
  });
});
