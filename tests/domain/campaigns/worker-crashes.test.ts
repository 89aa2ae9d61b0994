import { expect, it } from "vitest";
import { runCampaignKills } from "../../../scripts/faults/campaign-kills";

/** `npm run bench:faults` runs the full version: 1,000 recipients, 10 kills. */
it("a campaign with a worker that is killed three times reaches every recipient once, and no one who unsubscribed meanwhile", {
  timeout: 120_000,
}, async () => {
  const databaseUrl = process.env.DATABASE_URL ?? "";
  const report = await runCampaignKills({ databaseUrl, recipients: 250, kills: 3 });
  expect(report).toMatchObject({
    status: "FINISHED",
    twice: 0,
    never: report.unsubscribed,
    afterUnsubscribing: 0,
    once: 250 - report.unsubscribed,
    sent: 250 - report.unsubscribed,
  });
  expect(report.unsubscribed).toBeGreaterThan(0);
});
