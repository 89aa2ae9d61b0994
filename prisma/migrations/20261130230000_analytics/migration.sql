ALTER TABLE "AnalyticsEvent"
  ADD COLUMN "page" TEXT,
  ADD COLUMN "device" TEXT,
  ADD COLUMN "source" TEXT,
  ADD COLUMN "medium" TEXT,
  ADD COLUMN "campaign" TEXT,
  ADD COLUMN "town" TEXT,
  ADD COLUMN "isReturning" BOOLEAN,
  ADD COLUMN "personId" TEXT;

CREATE INDEX "AnalyticsEvent_visitorHash_createdAt_idx" ON "AnalyticsEvent"("visitorHash", "createdAt");

-- Events arrive almost in order of time, so a block range index finds a period as well as a B-tree of many times its size.
DROP INDEX "AnalyticsEvent_createdAt_idx";
CREATE INDEX "AnalyticsEvent_createdAt_idx" ON "AnalyticsEvent" USING BRIN ("createdAt");

CREATE TABLE "AnalyticsSalt" (
  "day" DATE NOT NULL,
  "salt" TEXT NOT NULL,
  CONSTRAINT "AnalyticsSalt_pkey" PRIMARY KEY ("day")
);

-- Nothing wrote this table before.
DROP TABLE "AnalyticsDaily";
CREATE TABLE "AnalyticsDaily" (
  "day" DATE NOT NULL,
  "dimension" TEXT NOT NULL,
  "eventType" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "events" INTEGER NOT NULL,
  "visitors" INTEGER NOT NULL,
  "sessions" INTEGER NOT NULL,
  CONSTRAINT "AnalyticsDaily_pkey" PRIMARY KEY ("dimension", "day", "eventType", "value")
);
CREATE INDEX "AnalyticsDaily_day_idx" ON "AnalyticsDaily"("day");

CREATE TABLE "AnalyticsHourly" (
  "hour" TIMESTAMPTZ(3) NOT NULL,
  "dimension" TEXT NOT NULL,
  "eventType" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "events" INTEGER NOT NULL,
  "visitors" INTEGER NOT NULL,
  "sessions" INTEGER NOT NULL,
  CONSTRAINT "AnalyticsHourly_pkey" PRIMARY KEY ("dimension", "hour", "eventType", "value")
);
CREATE INDEX "AnalyticsHourly_hour_idx" ON "AnalyticsHourly"("hour");

CREATE TABLE "AnalyticsRollupState" (
  "day" DATE NOT NULL,
  "rolledUpAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "AnalyticsRollupState_pkey" PRIMARY KEY ("day")
);
