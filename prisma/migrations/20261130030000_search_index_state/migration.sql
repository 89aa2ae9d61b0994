-- What the Meilisearch server holds, where one is configured. One row.
CREATE TABLE "SearchIndexState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "live" JSONB,
    "rebuild" JSONB,
    "isRebuildRequested" BOOLEAN NOT NULL DEFAULT false,
    "leaseId" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "succeededAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "SearchIndexState_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "search_index_state_one_row" CHECK ("id" = 1)
);
INSERT INTO "SearchIndexState" DEFAULT VALUES;
