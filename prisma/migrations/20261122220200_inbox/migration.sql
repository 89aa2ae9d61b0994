-- The inbox. A message lies in one folder, told by its state: lists, counts and the unread badge all read this one column.
ALTER TABLE "ContactMessage" ADD COLUMN "waitingSince" TIMESTAMPTZ(3);
ALTER TABLE "ContactMessage" ADD COLUMN "folder" TEXT GENERATED ALWAYS AS (CASE
  WHEN "isSpam" THEN 'spam'
  WHEN "status" = 'NEW' THEN 'new'
  WHEN "status" = 'REPLIED' THEN 'replied'
  WHEN "status" = 'ARCHIVED' THEN 'archived'
  WHEN "waitingSince" IS NOT NULL THEN 'waiting'
  ELSE 'open' END) STORED;

-- An address is found whole and by its parts, a number as it was typed, in digits alone and in its national form.
CREATE FUNCTION shop_message_words(reference integer, name text, email text, phone text, subject text, message text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  digits text := regexp_replace(coalesce(phone, ''), '\D', '', 'g');
  national text := regexp_replace(digits, '^(00)?212', '0');
BEGIN
  RETURN setweight(public.shop_words(concat_ws(' ', name, subject)), 'A')
    || setweight(to_tsvector('pg_catalog.simple', concat_ws(' ', 'eo ' || reference, translate(lower(email), '@.+_-', '     '),
         digits, national, ltrim(national, '0'))), 'A')
    || setweight(public.shop_words(message), 'C');
END $$;
ALTER TABLE "ContactMessage" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (shop_message_words("reference", "name", "email", "phone", "subject", "message")) STORED;

CREATE INDEX "idx_messages_folder" ON "ContactMessage"("folder", "createdAt", "id");
CREATE INDEX "idx_messages_received" ON "ContactMessage"("createdAt", "id");
CREATE INDEX "idx_messages_address" ON "ContactMessage"(lower("email"), "createdAt");
CREATE INDEX "idx_messages_search" ON "ContactMessage" USING GIN ("search");

ALTER TABLE "MessageReply"
  ADD COLUMN "subject" TEXT NOT NULL,
  ADD COLUMN "rfcMessageId" TEXT NOT NULL,
  ADD COLUMN "outboxId" TEXT;
CREATE UNIQUE INDEX "MessageReply_rfcMessageId_key" ON "MessageReply"("rfcMessageId");
CREATE UNIQUE INDEX "MessageReply_outboxId_key" ON "MessageReply"("outboxId");

CREATE TABLE "CannedReply" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "locale" "Language" NOT NULL DEFAULT 'FR',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CannedReply_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CannedReply_locale_title_key" ON "CannedReply"("locale", "title");
