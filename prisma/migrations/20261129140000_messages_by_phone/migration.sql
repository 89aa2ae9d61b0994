-- A customer without e-mail leaves a phone number instead. Existing messages all have an address.
ALTER TABLE "ContactMessage"
  ALTER COLUMN "email" DROP NOT NULL,
  ADD COLUMN "isDoubtful" BOOLEAN NOT NULL DEFAULT false,
  ADD CONSTRAINT "ContactMessage_reachable" CHECK (num_nonnulls("email", "phone") > 0);
CREATE INDEX "idx_messages_phone" ON "ContactMessage"("phone", "createdAt");
