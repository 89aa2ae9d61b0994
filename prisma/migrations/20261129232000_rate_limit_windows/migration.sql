-- A window begins with a client's first request: one row per key. Counts of the old windows are worth a few minutes at most.
DELETE FROM "RateLimit";
ALTER TABLE "RateLimit" DROP CONSTRAINT "RateLimit_pkey", ADD CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key");
