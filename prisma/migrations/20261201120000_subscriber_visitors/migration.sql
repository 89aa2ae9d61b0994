CREATE TABLE "SubscriberVisitor" (
  "personId" TEXT NOT NULL,
  "subscriberId" TEXT NOT NULL,
  "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SubscriberVisitor_pkey" PRIMARY KEY ("personId")
);
CREATE INDEX "SubscriberVisitor_subscriberId_idx" ON "SubscriberVisitor"("subscriberId");
ALTER TABLE "SubscriberVisitor" ADD CONSTRAINT "SubscriberVisitor_subscriberId_fkey"
  FOREIGN KEY ("subscriberId") REFERENCES "NewsletterSubscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;
