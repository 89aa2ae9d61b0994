ALTER TYPE "CampaignMessageState" ADD VALUE 'SKIPPED';
ALTER TYPE "CampaignMessageState" ADD VALUE 'UNKNOWN';
CREATE TYPE "CampaignBatchState" AS ENUM ('OPEN', 'DONE', 'UNKNOWN');
CREATE TYPE "CampaignEventKind" AS ENUM ('OPEN', 'CLICK');
CREATE TYPE "VisitorClass" AS ENUM ('HUMAN', 'PROXY', 'SCANNER');

ALTER TABLE "Campaign" ADD COLUMN "subjectAr" TEXT NOT NULL DEFAULT '', ADD COLUMN "preheaderAr" TEXT,
  ADD COLUMN "pausedReason" TEXT, ADD COLUMN "snapshot" JSONB;
CREATE INDEX "Campaign_updatedAt_id_idx" ON "Campaign"("updatedAt" DESC, "id");

CREATE TABLE "CampaignBatch" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "state" "CampaignBatchState" NOT NULL DEFAULT 'OPEN',
    "inDoubt" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "firstAttemptAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CampaignBatch_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CampaignBatch_idempotencyKey_key" ON "CampaignBatch"("idempotencyKey");
CREATE INDEX "CampaignBatch_campaignId_state_idx" ON "CampaignBatch"("campaignId", "state");
ALTER TABLE "CampaignBatch" ADD CONSTRAINT "CampaignBatch_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An erased subscriber leaves the fact that somebody was mailed.
ALTER TABLE "CampaignMessage" DROP CONSTRAINT "CampaignMessage_subscriberId_fkey";
ALTER TABLE "CampaignMessage" ALTER COLUMN "subscriberId" DROP NOT NULL,
  ADD COLUMN "batchId" TEXT, ADD COLUMN "attempt" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "sentAt" TIMESTAMPTZ(3), ADD COLUMN "deliveredAt" TIMESTAMPTZ(3), ADD COLUMN "unsubscribedAt" TIMESTAMPTZ(3);
ALTER TABLE "CampaignMessage" ADD CONSTRAINT "CampaignMessage_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "NewsletterSubscriber"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "CampaignMessage" ADD CONSTRAINT "CampaignMessage_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "CampaignBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "CampaignMessage_campaignId_state_idx" ON "CampaignMessage"("campaignId", "state");
CREATE INDEX "CampaignMessage_batchId_idx" ON "CampaignMessage"("batchId");

CREATE TABLE "CampaignLink" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "isTrap" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CampaignLink_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CampaignLink_campaignId_position_key" ON "CampaignLink"("campaignId", "position");
ALTER TABLE "CampaignLink" ADD CONSTRAINT "CampaignLink_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "CampaignEvent" (
    "id" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "linkId" TEXT,
    "kind" "CampaignEventKind" NOT NULL,
    "visitor" "VisitorClass" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CampaignEvent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "CampaignEvent_messageId_createdAt_idx" ON "CampaignEvent"("messageId", "createdAt");
CREATE INDEX "CampaignEvent_linkId_idx" ON "CampaignEvent"("linkId");
ALTER TABLE "CampaignEvent" ADD CONSTRAINT "CampaignEvent_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "CampaignMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CampaignEvent" ADD CONSTRAINT "CampaignEvent_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "CampaignLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the list of campaigns counts, without reading every message.
CREATE INDEX "idx_campaign_clicked" ON "CampaignMessage"("campaignId") WHERE "firstClickAt" IS NOT NULL;
CREATE INDEX "idx_campaign_unsubscribed" ON "CampaignMessage"("campaignId") WHERE "unsubscribedAt" IS NOT NULL;
