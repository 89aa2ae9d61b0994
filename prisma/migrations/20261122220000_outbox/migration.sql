-- What a mail carries beside its contents, and what became of it.
ALTER TABLE "OutboxEmail"
  ADD COLUMN "replyTo" TEXT,
  ADD COLUMN "messageId" TEXT,
  ADD COLUMN "headers" JSONB,
  ADD COLUMN "sealed" TEXT,
  ADD COLUMN "entityType" TEXT,
  ADD COLUMN "entityId" TEXT,
  ADD COLUMN "firstAttemptAt" TIMESTAMPTZ(3),
  ADD COLUMN "deliveredAt" TIMESTAMPTZ(3),
  ADD COLUMN "bouncedAt" TIMESTAMPTZ(3),
  ADD COLUMN "complainedAt" TIMESTAMPTZ(3);
CREATE INDEX "OutboxEmail_entityType_entityId_idx" ON "OutboxEmail"("entityType", "entityId");

-- When the mail API may be called next, by all processes together.
CREATE TABLE "MailPace" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailPace_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "WebhookEvent" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookEvent_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "WebhookEvent_receivedAt_idx" ON "WebhookEvent"("receivedAt");
