-- What customers quote: "EO-1001". Holes tell nobody anything.
CREATE SEQUENCE "ContactMessage_reference_seq" AS INTEGER START WITH 1001;
ALTER TABLE "ContactMessage"
  ADD COLUMN "reference" INTEGER NOT NULL DEFAULT nextval('"ContactMessage_reference_seq"'),
  ADD COLUMN "submissionKey" TEXT,
  ADD COLUMN "formNonce" TEXT,
  ADD COLUMN "contentHash" TEXT,
  ADD COLUMN "spamReasons" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
ALTER SEQUENCE "ContactMessage_reference_seq" OWNED BY "ContactMessage"."reference";

CREATE UNIQUE INDEX "ContactMessage_reference_key" ON "ContactMessage"("reference");
CREATE UNIQUE INDEX "ContactMessage_submissionKey_key" ON "ContactMessage"("submissionKey");
CREATE UNIQUE INDEX "ContactMessage_formNonce_key" ON "ContactMessage"("formNonce");
CREATE INDEX "ContactMessage_contentHash_createdAt_idx" ON "ContactMessage"("contentHash", "createdAt");
CREATE INDEX "ContactMessage_ipHash_createdAt_idx" ON "ContactMessage"("ipHash", "createdAt");
CREATE INDEX "ContactMessage_createdAt_idx" ON "ContactMessage"("createdAt");
