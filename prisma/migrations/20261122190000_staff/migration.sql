-- Sign-in: no code of an authenticator is good twice.
ALTER TABLE "User" ADD COLUMN "totpLastStep" INTEGER;

-- Drafts of published products, and revocable preview links.
ALTER TABLE "Product" ADD COLUMN "draft" JSONB, ADD COLUMN "previewNonce" TEXT;
ALTER TABLE "Product" ADD CONSTRAINT "product_draft_is_an_object" CHECK (jsonb_typeof("draft") = 'object');
CREATE INDEX "Product_updatedAt_id_idx" ON "Product"("updatedAt" DESC, "id");
-- The other orders of the staff's list, over all products.
CREATE INDEX "Product_createdAt_id_idx" ON "Product"("createdAt", "id");
CREATE INDEX "Product_viewCount_id_idx" ON "Product"("viewCount", "id");
CREATE INDEX "idx_products_staff_name" ON "Product"("sortName" COLLATE "C", "id");
CREATE INDEX "idx_products_staff_price" ON "Product"((coalesce("basePrice", -1)), "id");

CREATE TABLE "Upload" (
    "key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "placeholder" TEXT NOT NULL,
    "uploadedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "Upload_createdAt_idx" ON "Upload"("createdAt");
CREATE INDEX "Upload_uploadedById_idx" ON "Upload"("uploadedById");
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "EditPresence" (
    "entityType" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EditPresence_pkey" PRIMARY KEY ("entityType","entityId","userId")
);
CREATE INDEX "EditPresence_userId_idx" ON "EditPresence"("userId");
CREATE INDEX "EditPresence_seenAt_idx" ON "EditPresence"("seenAt");
ALTER TABLE "EditPresence" ADD CONSTRAINT "EditPresence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "IdempotencyKey" (
    "userId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "status" INTEGER,
    "answer" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The audit log as a chain: an entry that somebody changed or took out past the trigger shows.
ALTER TABLE "AuditLog" ADD COLUMN "seq" SERIAL NOT NULL, ADD COLUMN "hash" TEXT;
CREATE UNIQUE INDEX "AuditLog_seq_key" ON "AuditLog"("seq");
CREATE INDEX "AuditLog_entityType_createdAt_idx" ON "AuditLog"("entityType", "createdAt");
CREATE INDEX "AuditLog_action_createdAt_idx" ON "AuditLog"("action", "createdAt");

CREATE FUNCTION shop_audit_hash(entry "AuditLog", previous text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(previous, entry."seq", entry."id", entry."userId", entry."userName", entry."action",
    entry."entityType", entry."entityId", entry."entityLabel", entry."requestId", extract(epoch FROM entry."createdAt"), entry."changes")::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION shop_chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- One writer at a time from here to its commit: the chain has no forks, and numbers stand in the order of commits.
  PERFORM pg_advisory_xact_lock(hashtext('shop_audit_chain'));
  NEW."seq" := nextval(pg_get_serial_sequence('"AuditLog"', 'seq'));
  NEW."hash" := shop_audit_hash(NEW, (SELECT a."hash" FROM "AuditLog" a ORDER BY a."seq" DESC LIMIT 1));
  RETURN NEW;
END $$;
CREATE TRIGGER audit_log_chain BEFORE INSERT ON "AuditLog" FOR EACH ROW EXECUTE FUNCTION shop_chain_audit();
