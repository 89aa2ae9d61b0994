import "server-only";
import type { WeeklyFigures } from "@emails/weekly-figures";
import { enqueueMailOnce } from "@/domain/outbox/tx-commands";
import { listUnansweredSearches } from "@/domain/search/report/queries";
import { getWeeklyMailSettings } from "@/domain/settings/published";
import { db } from "@/lib/db";
import { appUrl, env } from "@/lib/env";
import { getAnalytics } from "../report/queries";
import type { AnalyticsReport, FigureName } from "../report/schema";
import { listIncompleteProducts } from "../report/seen-products-queries";
import { findReportedWeek } from "./rules";

const MAX_LISTED = 3;

const SHOWN = [
  "visitors",
  "views",
  "whatsapp",
  "messages",
  "phone",
  "sales",
] as const satisfies readonly FigureName[];

/**
 * Queues the mail about last week to the owner, once per week. Returns false where nothing was queued: at another time of the week, switched
 * off, without an address, without any visit, or after the mail of this week.
 */
export async function queueWeeklyFigures(now = new Date()): Promise<boolean> {
  const week = findReportedWeek(now);
  if (!week) return false;
  const idempotencyKey = `weekly-figures:${week.first}`;
  const { weeklyFigures, notificationEmail } = await getWeeklyMailSettings();
  const to = notificationEmail ?? env.ADMIN_EMAIL;
  if (!weeklyFigures || !to) return false;
  if (await db.outboxEmail.findUnique({ where: { idempotencyKey }, select: { id: true } }))
    return false;
  const period = {
    period: "custom",
    from: week.first,
    to: week.last,
    compare: "previous",
  } as const;
  const { figures } = await getAnalytics({ period, filters: [] }, now);
  if (figures.visitors.current === 0) return false;
  const [searches, products] = await Promise.all([
    listUnansweredSearches({ days: 7 }),
    listIncompleteProducts({ period, gaps: ["price"], limit: MAX_LISTED }, now),
  ]);
  const props: WeeklyFigures = {
    ...week,
    figures: SHOWN.map((name) => ({ name, ...toCounts(figures, name) })),
    salesAmount: figures.salesAmount.current,
    searches: searches.slice(0, MAX_LISTED).map(({ text, searches: count }) => ({ text, count })),
    products: products.map(({ id, name, visitors }) => ({
      id,
      name,
      visitors,
      url: `${appUrl}/admin/products/${id}/edit`,
    })),
    url: `${appUrl}/admin/analytics?period=custom&from=${week.first}&to=${week.last}`,
  };
  return db.$transaction((tx) =>
    enqueueMailOnce(tx, { template: "weekly-figures", props, to, locale: "FR", idempotencyKey }),
  );
}

function toCounts(figures: AnalyticsReport["figures"], name: (typeof SHOWN)[number]) {
  const { current, compared } = figures[name];
  return { current, before: compared ?? 0 };
}
