import { expect, it } from "vitest";
import { runOperationKills } from "../../scripts/faults/operation-kills";

/** `npm run bench:faults` runs the full version: 1,000 products, 10 kills. */
it.each(["BULK", "IMPORT"] as const)(
  "a job of the kind %s whose server is killed twice changes each product once, with one version and one audit entry",
  {
    timeout: 120_000,
  },
  async (kind) => {
    const databaseUrl = process.env.DATABASE_URL ?? "";
    const report = await runOperationKills({ databaseUrl, kind, products: 500, kills: 2 });
    expect(report).toMatchObject({
      state: "APPLIED",
      changed: 500,
      correct: 500,
      versions: 500,
      entries: 500,
    });
    expect(report.inTheMiddle).toBeGreaterThan(0);
  },
);
