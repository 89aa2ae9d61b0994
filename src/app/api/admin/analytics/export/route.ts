import { z } from "zod";
import { listFilters } from "@/domain/analytics/definitions/filters";
import { getAnalytics, listTop } from "@/domain/analytics/report/queries";
import { AnalyticsQuery, TOP_CARDS } from "@/domain/analytics/report/schema";
import { defineRoute } from "@/lib/http/define-route";
import { csvResponse } from "../csv-response";

const MAX_ROWS = 1_000;

export const GET = defineRoute({
  summary: "One card of the figures as a CSV file",
  access: "analytics.read",
  query: AnalyticsQuery.extend({ card: z.enum([...TOP_CARDS, "series"]) }),
  response: z.string(),
  handle: async ({ query: { card, ...query } }) => {
    const options = { period: query, filters: await listFilters(query) };
    const name = `statistiques-${card}`;
    if (card === "series") {
      const { series } = await getAnalytics(options);
      return csvResponse(
        name,
        ["Jour", "Heure", "Visiteurs", "Visiteurs avant", "Pages vues", "Demandes"],
        series.points.map((point) => [
          point.day,
          point.hour,
          point.visitors,
          point.comparedVisitors,
          point.views,
          point.requests,
        ]),
      );
    }
    const rows = await listTop(options, card, MAX_ROWS);
    return csvResponse(
      name,
      ["Nom", "Valeur", "Nombre", "Avant", "Demandes"],
      rows.map(({ value, label, count, compared, requests }) => [
        label ?? value,
        value,
        count,
        compared,
        requests,
      ]),
    );
  },
});
