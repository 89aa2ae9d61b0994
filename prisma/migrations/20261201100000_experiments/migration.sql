CREATE TYPE "ExperimentState" AS ENUM ('DRAFT', 'RUNNING', 'STOPPED');
CREATE TYPE "ExperimentSource" AS ENUM ('OWN', 'POSTHOG');

CREATE TABLE "Experiment" (
  "id" TEXT NOT NULL,
  "number" SERIAL NOT NULL,
  "name" TEXT NOT NULL,
  "slot" TEXT NOT NULL,
  "variants" JSONB NOT NULL,
  "goal" TEXT NOT NULL,
  "baseline" DOUBLE PRECISION NOT NULL,
  "effect" DOUBLE PRECISION NOT NULL,
  "horizon" INTEGER NOT NULL,
  "source" "ExperimentSource" NOT NULL DEFAULT 'OWN',
  "flagKey" TEXT,
  "state" "ExperimentState" NOT NULL DEFAULT 'DRAFT',
  "startedAt" TIMESTAMPTZ(3),
  "stoppedAt" TIMESTAMPTZ(3),
  "counts" JSONB,
  "winner" INTEGER,
  "decidedAt" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Experiment_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "Experiment_state_dates" CHECK (
    ("startedAt" IS NOT NULL) = ("state" <> 'DRAFT') AND ("stoppedAt" IS NOT NULL) = ("state" = 'STOPPED')
  ),
  CONSTRAINT "Experiment_stopped_counts" CHECK (("counts" IS NOT NULL) = ("state" = 'STOPPED')),
  CONSTRAINT "Experiment_winner_of_stopped" CHECK (
    "winner" IS NULL AND "decidedAt" IS NULL
    OR "state" = 'STOPPED' AND "decidedAt" IS NOT NULL AND "winner" BETWEEN 0 AND jsonb_array_length("variants")
  ),
  CONSTRAINT "Experiment_flag_of_posthog" CHECK (("flagKey" IS NOT NULL) = ("source" = 'POSTHOG'))
);
CREATE UNIQUE INDEX "Experiment_number_key" ON "Experiment"("number");
CREATE UNIQUE INDEX "Experiment_name_key" ON "Experiment"("name");
CREATE UNIQUE INDEX "Experiment_running_slot_key" ON "Experiment"("slot") WHERE "state" = 'RUNNING';

-- For the results: who saw which variant.
CREATE INDEX "AnalyticsEvent_exposure_idx" ON "AnalyticsEvent"((("metadata" ->> 'experiment')))
  WHERE "eventType" = 'exposure';
