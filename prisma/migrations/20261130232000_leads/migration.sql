-- Requests of customers as staff follow them: a click on WhatsApp, or a message.
CREATE TYPE "LeadKind" AS ENUM ('WHATSAPP', 'MESSAGE');
CREATE TYPE "LeadStatus" AS ENUM ('NEW', 'REPLIED', 'QUOTED', 'SOLD', 'LOST');

CREATE TABLE "Lead" (
    "id" TEXT NOT NULL,
    "kind" "LeadKind" NOT NULL,
    "reference" TEXT NOT NULL,
    "productId" TEXT,
    "messageId" TEXT,
    "selection" TEXT,
    "page" TEXT,
    "locale" "Language" NOT NULL DEFAULT 'FR',
    "source" TEXT,
    "medium" TEXT,
    "campaign" TEXT,
    "device" TEXT,
    "visitorHash" TEXT,
    "sessionId" TEXT,
    "personId" TEXT,
    "isSpam" BOOLEAN NOT NULL DEFAULT false,
    "status" "LeadStatus" NOT NULL DEFAULT 'NEW',
    "amount" DECIMAL(12,2),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "statusAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Lead_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Lead_amount_check" CHECK ("amount" >= 0),
    CONSTRAINT "Lead_message_check" CHECK (("kind" = 'MESSAGE') = ("messageId" IS NOT NULL))
);

CREATE UNIQUE INDEX "Lead_reference_key" ON "Lead"("reference");
CREATE UNIQUE INDEX "Lead_messageId_key" ON "Lead"("messageId");
CREATE INDEX "idx_leads_status" ON "Lead"("isSpam", "status", "createdAt", "id");
CREATE INDEX "idx_leads_created" ON "Lead"("isSpam", "createdAt", "id");
CREATE INDEX "Lead_productId_createdAt_idx" ON "Lead"("productId", "createdAt");
CREATE INDEX "Lead_visitorHash_createdAt_idx" ON "Lead"("visitorHash", "createdAt");
CREATE INDEX "Lead_createdAt_idx" ON "Lead"("createdAt");

ALTER TABLE "Lead" ADD CONSTRAINT "Lead_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "ContactMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every message has its lead. An archived message without a reply counts as answered, for example by phone.
INSERT INTO "Lead" ("id", "kind", "reference", "productId", "messageId", "locale", "page", "isSpam", "status", "createdAt", "statusAt")
SELECT m."id", 'MESSAGE', 'EO-' || m."reference", m."productId", m."id", m."locale",
  CASE WHEN m."productId" IS NULL THEN 'contact' ELSE 'product' END, m."isSpam",
  (CASE WHEN m."status" IN ('REPLIED', 'ARCHIVED') THEN 'REPLIED' ELSE 'NEW' END)::"LeadStatus",
  m."createdAt", coalesce((SELECT max(r."createdAt") FROM "MessageReply" r WHERE r."messageId" = m."id"), m."createdAt")
FROM "ContactMessage" m;
