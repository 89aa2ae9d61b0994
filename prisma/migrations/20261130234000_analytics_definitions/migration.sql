CREATE TYPE "AnalyticsKind" AS ENUM ('SEGMENT', 'FUNNEL', 'REPORT', 'BOARD');

CREATE TABLE "AnalyticsDefinition" (
  "id" TEXT NOT NULL,
  "kind" "AnalyticsKind" NOT NULL,
  "name" TEXT NOT NULL,
  "definition" JSONB NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "AnalyticsDefinition_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "AnalyticsDefinition_kind_name_key" ON "AnalyticsDefinition"("kind", "name");

CREATE TABLE "AnalyticsShare" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "tokenHash" TEXT NOT NULL,
  "target" JSONB NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "AnalyticsShare_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "AnalyticsShare_tokenHash_key" ON "AnalyticsShare"("tokenHash");
