-- Extensions, and what the stored search columns are made of.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Compiling a statement takes longer than any of ours runs. Where the role may not say so, the host decides.
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;

-- One spelling for what people write in many: accents, case, Arabic letter forms and marks, digits, sizes.
-- Accents go before the case does: under the C locale lower() knows ASCII only.
CREATE FUNCTION shop_fold(value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE folded text := normalize(value, NFKC);
BEGIN
  folded := translate(folded, 'آأإٱىئؤةکی٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ااااييوهكي01234567890123456789');
  folded := regexp_replace(folded, '[\u0640\u064B-\u065F\u0670\u06D6-\u06ED]', '', 'g');
  folded := lower(public.unaccent('public.unaccent'::regdictionary, folded));
  folded := regexp_replace(folded, '[''’‘ʼ`´‐‑‒–—_/-]', ' ', 'g');
  folded := regexp_replace(folded, '(\d)\s*[x×*]\s*(?=\d)', '\1x', 'g');
  folded := regexp_replace(folded, '(\d)\s*(mm|cm|kg|ml|m2|m3|w|v|l|m)(?![a-z0-9])', '\1 \2', 'g');
  RETURN btrim(regexp_replace(folded, '\s+', ' ', 'g'));
END $$;

-- The words of a text in the three ways people look for them: stemmed French, stemmed Arabic, as written.
-- In plpgsql, because the planner would copy an SQL function's folding into each of its three uses.
CREATE FUNCTION shop_words(value text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE folded text := coalesce(public.shop_fold(value), '');
BEGIN
  RETURN to_tsvector('pg_catalog.french', folded) || to_tsvector('pg_catalog.arabic', folded)
    || to_tsvector('pg_catalog.simple', folded);
END $$;

CREATE FUNCTION shop_product_words(
  name text, name_ar text, sku text, brand text, facts jsonb, description text, description_ar text
) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN setweight(public.shop_words(concat_ws(' ', name, name_ar, sku, brand)), 'A')
    || setweight(public.shop_words(concat_ws(' ', jsonb_path_query_array(facts, '$[*].value')::text,
         jsonb_path_query_array(facts, '$[*].valueAr')::text)), 'B')
    || setweight(public.shop_words(concat_ws(' ', description, description_ar)), 'C');
END $$;

-- What a customer typed, as a query: all words that carry meaning, each as written or stemmed, the last also as a beginning.
-- Words come in quoted, so no character of theirs is an operator.
CREATE FUNCTION shop_query(value text) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET client_min_messages = error AS $$
DECLARE
  words text[] := (regexp_split_to_array(
    btrim(regexp_replace(public.shop_fold(value), '[\s!-/:-@\[-`{-~«»“”„…،؛؟·•°]+', ' ', 'g')), ' '))[1:16];
  word text;
  wanted tsquery := ''::tsquery;
  stop_words tsquery := ''::tsquery;
  spelled tsquery;
BEGIN
  FOR i IN 1 .. coalesce(array_length(words, 1), 0) LOOP
    word := words[i];
    CONTINUE WHEN word = '';
    spelled := plainto_tsquery('pg_catalog.simple', word);
    IF numnode(plainto_tsquery('pg_catalog.french', word)) = 0 OR numnode(plainto_tsquery('pg_catalog.arabic', word)) = 0 THEN
      stop_words := stop_words && spelled;
      CONTINUE;
    END IF;
    spelled := spelled || plainto_tsquery('pg_catalog.french', word) || plainto_tsquery('pg_catalog.arabic', word);
    -- The French stemmer leaves the plurals of -a, -i, -o and -u alone: lavabos, éviers à bacs.
    IF word ~ '^[a-z]{3,}[aiou]s$' THEN
      spelled := spelled || plainto_tsquery('pg_catalog.simple', left(word, -1));
    END IF;
    IF i = array_length(words, 1) AND numnode(plainto_tsquery('pg_catalog.simple', word)) = 1 THEN
      spelled := spelled || to_tsquery('pg_catalog.simple', quote_literal(word) || ':*');
    END IF;
    wanted := wanted && spelled;
  END LOOP;
  RETURN CASE WHEN numnode(wanted) > 0 THEN wanted ELSE stop_words END;
END $$;

-- CreateEnum
CREATE TYPE "UserRole" AS ENUM ('SUPER_ADMIN', 'ADMIN', 'VIEWER');

-- CreateEnum
CREATE TYPE "ProductStatus" AS ENUM ('DRAFT', 'ACTIVE', 'INACTIVE', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "MessageStatus" AS ENUM ('NEW', 'READ', 'REPLIED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "SaleUnit" AS ENUM ('PIECE', 'SQUARE_METRE', 'METRE', 'BAG', 'BOX', 'SET', 'LITRE', 'KILOGRAM');

-- CreateEnum
CREATE TYPE "SizeUnit" AS ENUM ('M2', 'KG', 'L', 'ML');

-- CreateEnum
CREATE TYPE "Availability" AS ENUM ('IN_STOCK', 'ON_ORDER', 'ASK', 'OUT_OF_STOCK');

-- CreateEnum
CREATE TYPE "VersionReason" AS ENUM ('EDIT', 'IMPORT', 'BULK', 'RESTORE');

-- CreateEnum
CREATE TYPE "SubscriberStatus" AS ENUM ('PENDING', 'CONFIRMED', 'UNSUBSCRIBED', 'BOUNCED', 'COMPLAINED');

-- CreateEnum
CREATE TYPE "CampaignStatus" AS ENUM ('DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'FINISHED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "CampaignMessageState" AS ENUM ('QUEUED', 'SENT', 'FAILED', 'BOUNCED', 'COMPLAINED');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "EmailTokenPurpose" AS ENUM ('NEWSLETTER_CONFIRM', 'NEWSLETTER_MANAGE', 'INVITATION');

-- CreateEnum
CREATE TYPE "Language" AS ENUM ('FR', 'AR');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" "UserRole" NOT NULL DEFAULT 'ADMIN',
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "lastLoginAt" TIMESTAMPTZ(3),
    "passwordChangedAt" TIMESTAMPTZ(3),
    "totpSecret" TEXT,
    "totpEnabledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "rememberMe" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailToken" (
    "id" TEXT NOT NULL,
    "purpose" "EmailTokenPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "subscriberId" TEXT,
    "userId" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EmailToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameAr" TEXT,
    "description" TEXT,
    "descriptionAr" TEXT,
    "parentId" TEXT,
    "imageUrl" TEXT,
    "icon" TEXT,
    "order" INTEGER NOT NULL DEFAULT 0,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Product" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameAr" TEXT,
    "description" TEXT NOT NULL,
    "descriptionAr" TEXT,
    "details" TEXT,
    "detailsAr" TEXT,
    "categoryId" TEXT NOT NULL,
    "sku" TEXT,
    "brand" TEXT,
    "basePrice" DECIMAL(10,2),
    "priceOnRequest" BOOLEAN NOT NULL DEFAULT false,
    "priceUpdatedAt" TIMESTAMPTZ(3),
    "saleUnit" "SaleUnit" NOT NULL DEFAULT 'PIECE',
    "unitSize" DECIMAL(10,3),
    "unitOfSize" "SizeUnit",
    "availability" "Availability" NOT NULL DEFAULT 'IN_STOCK',
    "facts" JSONB NOT NULL DEFAULT '[]',
    "status" "ProductStatus" NOT NULL DEFAULT 'DRAFT',
    "isFeatured" BOOLEAN NOT NULL DEFAULT false,
    "isNew" BOOLEAN NOT NULL DEFAULT false,
    "seoTitle" TEXT,
    "seoDescription" TEXT,
    "viewCount" INTEGER NOT NULL DEFAULT 0,
    "publishAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unpublishAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sortName" TEXT GENERATED ALWAYS AS (shop_fold("name")) STORED,
    "sortNameAr" TEXT GENERATED ALWAYS AS (shop_fold(coalesce("nameAr", "name"))) STORED,
    "search" tsvector GENERATED ALWAYS AS (shop_product_words("name", "nameAr", "sku", "brand", "facts", "description", "descriptionAr")) STORED,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductVersion" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "reason" "VersionReason" NOT NULL DEFAULT 'EDIT',
    "userId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProductVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductImage" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "altText" TEXT,
    "altTextAr" TEXT,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "placeholder" TEXT,
    "order" INTEGER NOT NULL DEFAULT 0,
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProductImage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductVariation" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameAr" TEXT,
    "value" TEXT NOT NULL,
    "valueAr" TEXT,
    "swatch" TEXT,
    "priceModifier" DECIMAL(10,2) NOT NULL DEFAULT 0,
    "stock" INTEGER NOT NULL DEFAULT 0,
    "sku" TEXT,
    "order" INTEGER NOT NULL DEFAULT 0,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProductVariation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SlugRedirect" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "productId" TEXT,
    "categoryId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SlugRedirect_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactMessage" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "subject" TEXT,
    "message" TEXT NOT NULL,
    "status" "MessageStatus" NOT NULL DEFAULT 'NEW',
    "notes" TEXT,
    "productId" TEXT,
    "locale" "Language" NOT NULL DEFAULT 'FR',
    "source" TEXT,
    "ipHash" TEXT,
    "spamScore" INTEGER NOT NULL DEFAULT 0,
    "isSpam" BOOLEAN NOT NULL DEFAULT false,
    "assignedToId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContactMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageReply" (
    "id" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "userId" TEXT,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MessageReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageNote" (
    "id" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "userId" TEXT,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MessageNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NewsletterSubscriber" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "isSubscribed" BOOLEAN NOT NULL DEFAULT true,
    "status" "SubscriberStatus" NOT NULL DEFAULT 'PENDING',
    "locale" "Language" NOT NULL DEFAULT 'FR',
    "subscribedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "unsubscribedAt" TIMESTAMPTZ(3),
    "source" TEXT,

    CONSTRAINT "NewsletterSubscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsentEvent" (
    "id" TEXT NOT NULL,
    "subscriberId" TEXT,
    "event" TEXT NOT NULL,
    "wordingVersion" TEXT NOT NULL,
    "source" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsentEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suppression" (
    "emailHmac" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("emailHmac")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "preheader" TEXT,
    "content" JSONB NOT NULL DEFAULT '{}',
    "audience" JSONB NOT NULL DEFAULT '{}',
    "status" "CampaignStatus" NOT NULL DEFAULT 'DRAFT',
    "sendAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "maxSubscriberId" TEXT,
    "lastSubscriberId" TEXT,
    "toSend" INTEGER NOT NULL DEFAULT 0,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignMessage" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "subscriberId" TEXT NOT NULL,
    "state" "CampaignMessageState" NOT NULL DEFAULT 'QUEUED',
    "providerId" TEXT,
    "firstOpenAt" TIMESTAMPTZ(3),
    "firstClickAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CampaignMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxEmail" (
    "id" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "props" JSONB NOT NULL,
    "subject" TEXT NOT NULL,
    "locale" "Language" NOT NULL DEFAULT 'FR',
    "state" "OutboxState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lockedUntil" TIMESTAMPTZ(3),
    "idempotencyKey" TEXT NOT NULL,
    "providerId" TEXT,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxEmail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnalyticsEvent" (
    "id" TEXT NOT NULL,
    "eventType" TEXT NOT NULL,
    "productId" TEXT,
    "categoryId" TEXT,
    "metadata" JSONB,
    "sessionId" TEXT,
    "userAgent" TEXT,
    "ipAddress" TEXT,
    "visitorHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnalyticsEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnalyticsDaily" (
    "day" DATE NOT NULL,
    "eventType" TEXT NOT NULL,
    "productId" TEXT NOT NULL DEFAULT '',
    "events" INTEGER NOT NULL DEFAULT 0,
    "visitors" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AnalyticsDaily_pkey" PRIMARY KEY ("day","eventType","productId")
);

-- CreateTable
CREATE TABLE "SearchSynonym" (
    "id" TEXT NOT NULL,
    "locale" "Language" NOT NULL DEFAULT 'FR',
    "term" TEXT NOT NULL,
    "synonyms" TEXT[],
    "isTwoWay" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchSynonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchTerm" (
    "lexeme" TEXT NOT NULL,
    "locale" "Language" NOT NULL,
    "frequency" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SearchTerm_pkey" PRIMARY KEY ("lexeme")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditLog" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "userName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entityType" TEXT NOT NULL,
    "entityId" TEXT,
    "entityLabel" TEXT,
    "changes" JSONB,
    "requestId" TEXT,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditLog_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key","windowStart")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_codeHash_key" ON "RecoveryCode"("codeHash");

-- CreateIndex
CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_tokenHash_key" ON "PasswordReset"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE INDEX "PasswordReset_expiresAt_idx" ON "PasswordReset"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "EmailToken_tokenHash_key" ON "EmailToken"("tokenHash");

-- CreateIndex
CREATE INDEX "EmailToken_subscriberId_idx" ON "EmailToken"("subscriberId");

-- CreateIndex
CREATE INDEX "EmailToken_userId_idx" ON "EmailToken"("userId");

-- CreateIndex
CREATE INDEX "EmailToken_expiresAt_idx" ON "EmailToken"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Category_slug_key" ON "Category"("slug");

-- CreateIndex
CREATE INDEX "Category_parentId_order_idx" ON "Category"("parentId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "idx_products_slug" ON "Product"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Product_sku_key" ON "Product"("sku");

-- CreateIndex
CREATE INDEX "idx_products_category" ON "Product"("categoryId");

-- CreateIndex
CREATE INDEX "idx_products_status" ON "Product"("status");

-- CreateIndex
CREATE INDEX "idx_products_featured" ON "Product"("isFeatured");

-- CreateIndex
CREATE INDEX "Product_deletedAt_idx" ON "Product"("deletedAt");

-- CreateIndex
CREATE INDEX "ProductVersion_userId_idx" ON "ProductVersion"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ProductVersion_productId_version_key" ON "ProductVersion"("productId", "version");

-- CreateIndex
CREATE INDEX "ProductImage_productId_order_idx" ON "ProductImage"("productId", "order");

-- CreateIndex
CREATE INDEX "ProductImage_key_idx" ON "ProductImage"("key");

-- CreateIndex
CREATE UNIQUE INDEX "ProductVariation_sku_key" ON "ProductVariation"("sku");

-- CreateIndex
CREATE INDEX "ProductVariation_name_value_idx" ON "ProductVariation"("name", "value");

-- CreateIndex
CREATE UNIQUE INDEX "ProductVariation_productId_name_value_key" ON "ProductVariation"("productId", "name", "value");

-- CreateIndex
CREATE UNIQUE INDEX "SlugRedirect_slug_key" ON "SlugRedirect"("slug");

-- CreateIndex
CREATE INDEX "SlugRedirect_productId_idx" ON "SlugRedirect"("productId");

-- CreateIndex
CREATE INDEX "SlugRedirect_categoryId_idx" ON "SlugRedirect"("categoryId");

-- CreateIndex
CREATE INDEX "idx_messages_status" ON "ContactMessage"("status", "createdAt");

-- CreateIndex
CREATE INDEX "ContactMessage_productId_idx" ON "ContactMessage"("productId");

-- CreateIndex
CREATE INDEX "ContactMessage_assignedToId_idx" ON "ContactMessage"("assignedToId");

-- CreateIndex
CREATE INDEX "ContactMessage_email_idx" ON "ContactMessage"("email");

-- CreateIndex
CREATE INDEX "MessageReply_messageId_createdAt_idx" ON "MessageReply"("messageId", "createdAt");

-- CreateIndex
CREATE INDEX "MessageReply_userId_idx" ON "MessageReply"("userId");

-- CreateIndex
CREATE INDEX "MessageNote_messageId_createdAt_idx" ON "MessageNote"("messageId", "createdAt");

-- CreateIndex
CREATE INDEX "MessageNote_userId_idx" ON "MessageNote"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "NewsletterSubscriber_email_key" ON "NewsletterSubscriber"("email");

-- CreateIndex
CREATE INDEX "NewsletterSubscriber_status_subscribedAt_idx" ON "NewsletterSubscriber"("status", "subscribedAt");

-- CreateIndex
CREATE INDEX "ConsentEvent_subscriberId_createdAt_idx" ON "ConsentEvent"("subscriberId", "createdAt");

-- CreateIndex
CREATE INDEX "Campaign_status_sendAt_idx" ON "Campaign"("status", "sendAt");

-- CreateIndex
CREATE INDEX "Campaign_createdById_idx" ON "Campaign"("createdById");

-- CreateIndex
CREATE INDEX "CampaignMessage_subscriberId_idx" ON "CampaignMessage"("subscriberId");

-- CreateIndex
CREATE INDEX "CampaignMessage_providerId_idx" ON "CampaignMessage"("providerId");

-- CreateIndex
CREATE UNIQUE INDEX "CampaignMessage_campaignId_subscriberId_key" ON "CampaignMessage"("campaignId", "subscriberId");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxEmail_idempotencyKey_key" ON "OutboxEmail"("idempotencyKey");

-- CreateIndex
CREATE INDEX "OutboxEmail_state_nextAttemptAt_idx" ON "OutboxEmail"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "OutboxEmail_providerId_idx" ON "OutboxEmail"("providerId");

-- CreateIndex
CREATE INDEX "OutboxEmail_createdAt_idx" ON "OutboxEmail"("createdAt");

-- CreateIndex
CREATE INDEX "idx_analytics_product" ON "AnalyticsEvent"("productId", "createdAt");

-- CreateIndex
CREATE INDEX "idx_analytics_type" ON "AnalyticsEvent"("eventType", "createdAt");

-- CreateIndex
CREATE INDEX "AnalyticsEvent_createdAt_idx" ON "AnalyticsEvent"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "SearchSynonym_locale_term_key" ON "SearchSynonym"("locale", "term");

-- CreateIndex
CREATE INDEX "idx_audit_logs_user" ON "AuditLog"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "AuditLog_entityType_entityId_createdAt_idx" ON "AuditLog"("entityType", "entityId", "createdAt");

-- CreateIndex
CREATE INDEX "AuditLog_createdAt_idx" ON "AuditLog"("createdAt");

-- CreateIndex
CREATE INDEX "RateLimit_windowStart_idx" ON "RateLimit"("windowStart");

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailToken" ADD CONSTRAINT "EmailToken_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "NewsletterSubscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailToken" ADD CONSTRAINT "EmailToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductVersion" ADD CONSTRAINT "ProductVersion_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductVersion" ADD CONSTRAINT "ProductVersion_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductImage" ADD CONSTRAINT "ProductImage_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductVariation" ADD CONSTRAINT "ProductVariation_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlugRedirect" ADD CONSTRAINT "SlugRedirect_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SlugRedirect" ADD CONSTRAINT "SlugRedirect_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactMessage" ADD CONSTRAINT "ContactMessage_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactMessage" ADD CONSTRAINT "ContactMessage_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageReply" ADD CONSTRAINT "MessageReply_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "ContactMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageReply" ADD CONSTRAINT "MessageReply_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageNote" ADD CONSTRAINT "MessageNote_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "ContactMessage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MessageNote" ADD CONSTRAINT "MessageNote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsentEvent" ADD CONSTRAINT "ConsentEvent_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "NewsletterSubscriber"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignMessage" ADD CONSTRAINT "CampaignMessage_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignMessage" ADD CONSTRAINT "CampaignMessage_subscriberId_fkey" FOREIGN KEY ("subscriberId") REFERENCES "NewsletterSubscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditLog" ADD CONSTRAINT "AuditLog_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- Search.
CREATE INDEX "idx_products_search" ON "Product" USING gin ("search");
CREATE INDEX "idx_products_name_gin" ON "Product" USING gin (to_tsvector('french', "name"));
CREATE INDEX "idx_products_description_gin" ON "Product" USING gin (to_tsvector('french', "description"));
CREATE INDEX "idx_search_term_trgm" ON "SearchTerm" USING gin ("lexeme" gin_trgm_ops);
CREATE INDEX "idx_category_name_words" ON "Category" USING gin (shop_words("name" || ' ' || coalesce("nameAr", '')));

-- Each order of the public lists, over what a customer may see.
CREATE INDEX "idx_products_newest" ON "Product" ("publishAt" DESC, "id") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
CREATE INDEX "idx_products_price" ON "Product" ((CASE WHEN "priceOnRequest" THEN NULL ELSE "basePrice" END), "id") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
CREATE INDEX "idx_products_price_desc" ON "Product" ((CASE WHEN "priceOnRequest" THEN NULL ELSE "basePrice" END) DESC NULLS LAST, "id") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
CREATE INDEX "idx_products_sort_name" ON "Product" ("sortName" COLLATE "C", "id") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
CREATE INDEX "idx_products_sort_name_ar" ON "Product" ("sortNameAr" COLLATE "C", "id") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
CREATE INDEX "idx_products_popular" ON "Product" ("viewCount" DESC, "id") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
-- The products of categories are counted from this one alone.
CREATE INDEX "idx_products_category_newest" ON "Product" ("categoryId", "publishAt" DESC, "id") INCLUDE ("unpublishAt") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
CREATE INDEX "idx_products_related" ON "Product" ("categoryId", "isFeatured" DESC, "publishAt" DESC, "id") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
CREATE INDEX "idx_products_facts" ON "Product" USING gin ("facts" jsonb_path_ops);

-- One primary picture a product.
CREATE UNIQUE INDEX "one_primary_image_per_product" ON "ProductImage" ("productId") WHERE "isPrimary";

ALTER TABLE "Product"
  ADD CONSTRAINT "product_price_not_negative" CHECK ("basePrice" >= 0),
  ADD CONSTRAINT "product_unit_size_positive" CHECK ("unitSize" > 0),
  ADD CONSTRAINT "product_unit_size_has_unit" CHECK (("unitSize" IS NULL) = ("unitOfSize" IS NULL)),
  ADD CONSTRAINT "product_facts_are_a_list" CHECK (jsonb_typeof("facts") = 'array'),
  ADD CONSTRAINT "product_unpublished_after_published" CHECK ("unpublishAt" > "publishAt");
ALTER TABLE "ProductVariation" ADD CONSTRAINT "variation_stock_not_negative" CHECK ("stock" >= 0);
ALTER TABLE "ProductImage" ADD CONSTRAINT "image_has_a_size" CHECK ("width" > 0 AND "height" > 0 AND "bytes" > 0);
ALTER TABLE "SlugRedirect" ADD CONSTRAINT "redirect_has_one_target" CHECK (num_nonnulls("productId", "categoryId") = 1);
ALTER TABLE "EmailToken" ADD CONSTRAINT "email_token_has_one_owner" CHECK (num_nonnulls("subscriberId", "userId") = 1);

-- The category tree: no cycles, three levels at most, whoever writes. Serialised, so that two moves cannot close a cycle together.
CREATE FUNCTION shop_check_category_tree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE above int; below int; closes_a_cycle boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('shop_category_tree'));
  WITH RECURSIVE ancestors AS (
    SELECT c."id", c."parentId", 1 AS level FROM "Category" c WHERE c."id" = NEW."parentId"
    UNION ALL
    SELECT c."id", c."parentId", a.level + 1 FROM "Category" c JOIN ancestors a ON c."id" = a."parentId" WHERE a.level < 10
  ) SELECT coalesce(max(level), 0), coalesce(bool_or("id" = NEW."id"), false) INTO above, closes_a_cycle FROM ancestors;
  IF closes_a_cycle THEN
    RAISE EXCEPTION 'category_cycle' USING ERRCODE = 'check_violation', CONSTRAINT = 'category_no_cycle';
  END IF;
  WITH RECURSIVE descendants AS (
    SELECT NEW."id" AS "id", 1 AS level
    UNION ALL
    SELECT c."id", d.level + 1 FROM "Category" c JOIN descendants d ON c."parentId" = d."id" WHERE d.level < 10
  ) SELECT max(level) INTO below FROM descendants;
  IF above + below > 3 THEN
    RAISE EXCEPTION 'category_too_deep' USING ERRCODE = 'check_violation', CONSTRAINT = 'category_depth';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER category_tree BEFORE INSERT OR UPDATE OF "parentId", "id" ON "Category"
  FOR EACH ROW WHEN (NEW."parentId" IS NOT NULL) EXECUTE FUNCTION shop_check_category_tree();

-- Append-only tables. Retention and erasure say so with: SET LOCAL shop.retention = 'on'.
CREATE FUNCTION shop_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('shop.retention', true), '') = 'on' THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON "AuditLog" FOR EACH ROW EXECUTE FUNCTION shop_refuse_change();
CREATE TRIGGER consent_append_only BEFORE DELETE OR UPDATE OF "event", "wordingVersion", "source", "createdAt" ON "ConsentEvent"
  FOR EACH ROW EXECUTE FUNCTION shop_refuse_change();
