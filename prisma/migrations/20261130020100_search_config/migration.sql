-- What staff add to the search: synonyms, rules for single searches, and searches that they ignore in the inbox.

-- An entry like those of the lexicon that the shop starts with: without "finds", each term finds the others.
ALTER TABLE "SearchSynonym" ADD COLUMN "terms" TEXT[] NOT NULL DEFAULT '{}', ADD COLUMN "finds" TEXT[] NOT NULL DEFAULT '{}';
UPDATE "SearchSynonym" SET
  "terms" = CASE WHEN "isTwoWay" THEN ARRAY["term"] || "synonyms" ELSE ARRAY["term"] END,
  "finds" = CASE WHEN "isTwoWay" THEN '{}' ELSE "synonyms" END;
DROP INDEX "SearchSynonym_locale_term_key";
ALTER TABLE "SearchSynonym" DROP COLUMN "locale", DROP COLUMN "term", DROP COLUMN "synonyms", DROP COLUMN "isTwoWay";

CREATE TABLE "SearchRule" (
    "id" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "queryKey" TEXT GENERATED ALWAYS AS (shop_query_key("query")) STORED,
    "pinnedProductIds" TEXT[] NOT NULL DEFAULT '{}',
    "hiddenProductIds" TEXT[] NOT NULL DEFAULT '{}',
    "redirectTo" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchRule_pkey" PRIMARY KEY ("id"),
    -- A path of the shop. "//" and "/\" begin the address of another host.
    CONSTRAINT "search_rule_own_path" CHECK ("redirectTo" ~ '^/([^/\\]|$)')
);
CREATE UNIQUE INDEX "SearchRule_queryKey_key" ON "SearchRule"("queryKey");

CREATE TABLE "IgnoredSearch" (
    "id" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "queryKey" TEXT GENERATED ALWAYS AS (shop_query_key("query")) STORED,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IgnoredSearch_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "IgnoredSearch_queryKey_key" ON "IgnoredSearch"("queryKey");

-- One row. Processes compare "changed" with the value that they saw last.
CREATE TABLE "SearchConfigChange" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "changed" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "SearchConfigChange_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "search_config_change_one_row" CHECK ("id" = 1)
);
INSERT INTO "SearchConfigChange" DEFAULT VALUES;

CREATE FUNCTION shop_touch_search_config() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SearchConfigChange" ("changed") VALUES (pg_current_xact_id())
  ON CONFLICT ("id") DO UPDATE SET "changed" = EXCLUDED."changed";
  RETURN NULL;
END $$;

CREATE TRIGGER search_synonym_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "SearchSynonym"
FOR EACH STATEMENT EXECUTE FUNCTION shop_touch_search_config();
CREATE TRIGGER search_rule_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "SearchRule"
FOR EACH STATEMENT EXECUTE FUNCTION shop_touch_search_config();
