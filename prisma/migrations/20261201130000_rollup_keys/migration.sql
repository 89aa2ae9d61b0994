-- The folded text of a search, by which its spellings count as one: to compute it for each row takes longer than to read the rows.
ALTER TABLE "AnalyticsDaily" ADD COLUMN "queryKey" TEXT
  GENERATED ALWAYS AS (CASE WHEN "dimension" IN ('query', 'query_empty') THEN shop_query_key("value") END) STORED;

-- Figures are read by dimension and types over a period. With the type before the day a period is one range of the index for each type.
ALTER TABLE "AnalyticsDaily" DROP CONSTRAINT "AnalyticsDaily_pkey",
  ADD CONSTRAINT "AnalyticsDaily_pkey" PRIMARY KEY ("dimension", "eventType", "day", "value");
ALTER TABLE "AnalyticsHourly" DROP CONSTRAINT "AnalyticsHourly_pkey",
  ADD CONSTRAINT "AnalyticsHourly_pkey" PRIMARY KEY ("dimension", "eventType", "hour", "value");

-- Searches are events of one type, so the planner cannot guess the rows of a dimension and a type from each alone.
CREATE STATISTICS "AnalyticsDaily_dimension_type" (dependencies, mcv) ON "dimension", "eventType" FROM "AnalyticsDaily";
