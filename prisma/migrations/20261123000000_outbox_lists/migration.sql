-- The list of mails in the panel: its search, and the few that came back.
CREATE INDEX "idx_outbox_search_trgm" ON "OutboxEmail" USING gin ("to" gin_trgm_ops, "subject" gin_trgm_ops);
CREATE INDEX "idx_outbox_returned" ON "OutboxEmail" ("createdAt", "id") WHERE "bouncedAt" IS NOT NULL OR "complainedAt" IS NOT NULL;
