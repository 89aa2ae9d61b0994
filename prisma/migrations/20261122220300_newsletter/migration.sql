-- Addresses are compared with the suppression list by their HMAC. Only the shop knows its key: a row from before it was kept
-- has an HMAC that is nobody's, and gets its own with the person's next request.
ALTER TABLE "NewsletterSubscriber" ADD COLUMN "emailHmac" TEXT, ADD COLUMN "softBounces" INTEGER NOT NULL DEFAULT 0;
UPDATE "NewsletterSubscriber" SET "emailHmac" = 'unknown:' || "id";
ALTER TABLE "NewsletterSubscriber" ALTER COLUMN "emailHmac" SET NOT NULL;

DROP INDEX "NewsletterSubscriber_status_subscribedAt_idx";
CREATE INDEX "NewsletterSubscriber_status_subscribedAt_id_idx" ON "NewsletterSubscriber"("status", "subscribedAt", "id");
CREATE INDEX "NewsletterSubscriber_locale_subscribedAt_id_idx" ON "NewsletterSubscriber"("locale", "subscribedAt", "id");
CREATE INDEX "NewsletterSubscriber_source_subscribedAt_id_idx" ON "NewsletterSubscriber"("source", "subscribedAt", "id");
CREATE INDEX "NewsletterSubscriber_subscribedAt_id_idx" ON "NewsletterSubscriber"("subscribedAt", "id");
CREATE INDEX "idx_subscribers_email_trgm" ON "NewsletterSubscriber" USING gin ("email" gin_trgm_ops);

ALTER TABLE "ConsentEvent"
  ADD COLUMN "formId" TEXT,
  ADD COLUMN "locale" "Language",
  ADD COLUMN "importedBy" TEXT,
  ADD COLUMN "declaredOn" DATE,
  ADD COLUMN "delta" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "ConsentEvent_createdAt_delta_idx" ON "ConsentEvent"("createdAt", "delta");

-- Only the subscriber of an event may go (erasure), by the foreign key; nobody may put another in its place.
DROP TRIGGER consent_append_only ON "ConsentEvent";
CREATE TRIGGER consent_append_only BEFORE DELETE OR UPDATE OF "id", "event", "wordingVersion", "source", "formId", "locale",
  "importedBy", "declaredOn", "delta", "createdAt" ON "ConsentEvent"
  FOR EACH ROW EXECUTE FUNCTION shop_refuse_change();
CREATE TRIGGER consent_keeps_its_subscriber BEFORE UPDATE OF "subscriberId" ON "ConsentEvent"
  FOR EACH ROW WHEN (NEW."subscriberId" IS NOT NULL AND NEW."subscriberId" IS DISTINCT FROM OLD."subscriberId")
  EXECUTE FUNCTION shop_refuse_change();
