-- The read model of the storefront: one row per product with everything that lists show, sort, filter, count and search. Triggers
-- keep it.
DROP TABLE "SearchTerm";
CREATE TABLE "SearchTerm" (
  "id" SERIAL PRIMARY KEY,
  "word" TEXT COLLATE "C" NOT NULL,
  "stem" TEXT NOT NULL GENERATED ALWAYS AS (shop_stem("word")) STORED
);
CREATE UNIQUE INDEX "SearchTerm_word_key" ON "SearchTerm" ("word");
CREATE INDEX "SearchTerm_stem_idx" ON "SearchTerm" ("stem");

CREATE TABLE "FacetValue" (
  "id" SERIAL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "nameAr" TEXT,
  "value" TEXT NOT NULL,
  "valueAr" TEXT,
  "swatch" TEXT,
  "changed" xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE UNIQUE INDEX "FacetValue_name_value_key" ON "FacetValue" ("name", "value");
CREATE INDEX "FacetValue_changed_idx" ON "FacetValue" ("changed");

CREATE TABLE "ListingRow" (
  "productId" TEXT PRIMARY KEY,
  "n" SERIAL UNIQUE,
  "isListed" BOOLEAN NOT NULL,
  "categoryId" TEXT NOT NULL,
  "publishAt" TIMESTAMPTZ(3) NOT NULL,
  "unpublishAt" TIMESTAMPTZ(3),
  "price" BIGINT,
  "availability" "Availability" NOT NULL,
  "isFeatured" BOOLEAN NOT NULL,
  "isNew" BOOLEAN NOT NULL,
  "viewCount" INTEGER NOT NULL,
  "sortName" TEXT NOT NULL,
  "sortNameAr" TEXT NOT NULL,
  "facetIds" INTEGER[] NOT NULL DEFAULT '{}',
  "terms" INTEGER[] NOT NULL DEFAULT '{}',
  "card" JSONB NOT NULL,
  "changed" xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX "ListingRow_changed_idx" ON "ListingRow" ("changed");
CREATE INDEX "ListingRow_terms_idx" ON "ListingRow" USING GIN ("terms");
-- One index per order. A list is read backwards where the order is descending.
CREATE INDEX "ListingRow_newest_idx" ON "ListingRow" ("publishAt", "n") WHERE "isListed";
CREATE INDEX "ListingRow_name_idx" ON "ListingRow" ("sortName" COLLATE "C", "n") WHERE "isListed";
CREATE INDEX "ListingRow_nameAr_idx" ON "ListingRow" ("sortNameAr" COLLATE "C", "n") WHERE "isListed";
CREATE INDEX "ListingRow_price_asc_idx" ON "ListingRow" ((coalesce("price", 9223372036854775807)), "n") WHERE "isListed";
CREATE INDEX "ListingRow_price_desc_idx" ON "ListingRow" ((coalesce("price", -1)), "n") WHERE "isListed";
CREATE INDEX "ListingRow_popular_idx" ON "ListingRow" ("viewCount", "n") WHERE "isListed";
CREATE INDEX "ListingRow_related_idx" ON "ListingRow" ("categoryId", "isFeatured", "publishAt", "n") WHERE "isListed";
CREATE INDEX "ListingRow_featured_idx" ON "ListingRow" ("publishAt", "n") WHERE "isListed" AND "isFeatured";
CREATE INDEX "ListingRow_new_idx" ON "ListingRow" ("publishAt", "n") WHERE "isListed" AND "isNew";
CREATE INDEX "ListingRow_unpublish_idx" ON "ListingRow" ("unpublishAt") WHERE "isListed" AND "unpublishAt" IS NOT NULL;

-- The indexes that served the same lists on "Product".
DROP INDEX "idx_products_newest";
DROP INDEX "idx_products_price";
DROP INDEX "idx_products_price_desc";
DROP INDEX "idx_products_sort_name";
DROP INDEX "idx_products_sort_name_ar";
DROP INDEX "idx_products_popular";
DROP INDEX "idx_products_category_newest";
DROP INDEX "idx_products_related";
DROP INDEX "idx_products_facts";
DROP INDEX "idx_products_unpublish";

-- A process notices by this column that the tree changed.
ALTER TABLE "Category" ADD COLUMN "changed" xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE FUNCTION shop_category_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."changed" := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER category_changed BEFORE INSERT OR UPDATE ON "Category" FOR EACH ROW EXECUTE FUNCTION shop_category_changed();

-- The options by which customers filter: variations, technical facts and the brand.
CREATE FUNCTION shop_product_options(product_ids text[])
RETURNS TABLE ("productId" text, "name" text, "nameAr" text, "value" text, "valueAr" text, "swatch" text)
LANGUAGE sql STABLE AS $$
  SELECT v."productId", v."name", v."nameAr", v."value", v."valueAr", v."swatch"
  FROM "ProductVariation" v WHERE v."productId" = ANY(product_ids) AND v."isActive"
  UNION ALL
  SELECT p."id", f."name", f."nameAr", f."value", f."valueAr", NULL
  FROM "Product" p, jsonb_to_recordset(p."facts") AS f("name" text, "nameAr" text, "value" text, "valueAr" text)
  WHERE p."id" = ANY(product_ids) AND f."name" IS NOT NULL AND f."value" IS NOT NULL
  UNION ALL
  SELECT p."id", 'Marque', 'العلامة', p."brand", NULL, NULL FROM "Product" p WHERE p."id" = ANY(product_ids) AND p."brand" IS NOT NULL
$$;

-- The words of the name, the Arabic name, the values and the other texts of a product, with their field: 1 first word of a name,
-- 2 name, 3 value, 4 other text. The texts are split at once, with a private character between them. A bar keeps a number from
-- taking the next text for its unit.
CREATE FUNCTION shop_field_words(texts text[]) RETURNS TABLE ("word" text, "field" int)
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  part int := 1;
  is_first boolean := true;
BEGIN
  FOREACH "word" IN ARRAY shop_tokens(array_to_string(texts, E' | \uE000 | ')) LOOP
    IF "word" = E'\uE000' THEN
      part := part + 1;
      is_first := true;
      CONTINUE;
    END IF;
    "field" := CASE WHEN is_first AND part <= 2 THEN 1 ELSE greatest(part, 2) END;
    is_first := false;
    RETURN NEXT;
    IF ascii("word") BETWEEN 48 AND 57 THEN
      "word" := (regexp_match("word", '^([0-9]+(?:[./][0-9]+)*)[a-z]+[23]?$'))[1];
      IF "word" IS NOT NULL THEN RETURN NEXT; END IF;
    END IF;
  END LOOP;
END $$;

-- The words of products with the best field that has each; field 0 is a whole SKU without separators.
CREATE FUNCTION shop_product_words(product_ids text[]) RETURNS TABLE ("productId" text, "word" text, "field" int)
LANGUAGE sql STABLE AS $$
  WITH skus AS MATERIALIZED (
    SELECT p."id", p."sku" FROM "Product" p WHERE p."id" = ANY(product_ids) AND p."sku" IS NOT NULL
    UNION ALL
    SELECT v."productId", v."sku" FROM "ProductVariation" v WHERE v."productId" = ANY(product_ids) AND v."sku" IS NOT NULL
  ),
  options AS (
    SELECT o."productId", string_agg(concat_ws(' | ', o."value", o."valueAr"), ' | ') AS "values",
      string_agg(concat_ws(' | ', o."name", o."nameAr"), ' | ') AS "names"
    FROM shop_product_options(product_ids) o GROUP BY o."productId"
  )
  SELECT "id", "word", min("field")::int FROM (
    SELECT p."id", w."word", w."field"
    FROM "Product" p LEFT JOIN options o ON o."productId" = p."id"
    CROSS JOIN LATERAL shop_field_words(ARRAY[p."name", coalesce(p."nameAr", ''), coalesce(o."values", ''),
      concat_ws(' | ', o."names", p."description", p."descriptionAr",
        regexp_replace(concat_ws(' | ', p."details", p."detailsAr"), '<[^>]*>|&[a-z0-9#]+;', ' ', 'gi'))]) AS w
    WHERE p."id" = ANY(product_ids)
    UNION ALL
    SELECT "id", regexp_replace(shop_fold("sku"), '[^a-z0-9]', '', 'g'), 0 FROM skus
  ) AS words WHERE "word" <> '' GROUP BY "id", "word"
$$;

-- New words and values are inserted in order, so that two transactions that add the same ones wait in one direction.
CREATE FUNCTION shop_refresh_listing_words(product_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  owners text[];
  words text[];
  fields int[];
BEGIN
  SELECT array_agg(w."productId"), array_agg(w."word"), array_agg(w."field") INTO owners, words, fields FROM shop_product_words(product_ids) w;
  INSERT INTO "SearchTerm" ("word")
  SELECT DISTINCT w FROM unnest(words) AS w WHERE NOT EXISTS (SELECT 1 FROM "SearchTerm" t WHERE t."word" = w) ORDER BY w
  ON CONFLICT DO NOTHING;

  INSERT INTO "FacetValue" AS f ("name", "nameAr", "value", "valueAr", "swatch")
  SELECT o.* FROM (
    SELECT o."name", max(o."nameAr") AS "nameAr", o."value", max(o."valueAr") AS "valueAr", max(o."swatch") AS "swatch"
    FROM shop_product_options(product_ids) o GROUP BY o."name", o."value"
  ) AS o
  LEFT JOIN "FacetValue" f ON f."name" = o."name" AND f."value" = o."value"
  WHERE f."id" IS NULL OR (coalesce(o."nameAr", f."nameAr"), coalesce(o."valueAr", f."valueAr"), coalesce(o."swatch", f."swatch"))
    IS DISTINCT FROM (f."nameAr", f."valueAr", f."swatch")
  ORDER BY o."name", o."value"
  ON CONFLICT ("name", "value") DO UPDATE SET "nameAr" = coalesce(excluded."nameAr", f."nameAr"),
    "valueAr" = coalesce(excluded."valueAr", f."valueAr"), "swatch" = coalesce(excluded."swatch", f."swatch"),
    "changed" = pg_current_xact_id();

  UPDATE "ListingRow" r SET "terms" = found."terms", "facetIds" = found."facetIds", "changed" = pg_current_xact_id()
  FROM (
    SELECT p.id, coalesce(t."terms", '{}') AS "terms", coalesce(o."facetIds", '{}') AS "facetIds"
    FROM unnest(product_ids) AS p(id)
    LEFT JOIN (
      SELECT w.owner, array_agg(t."id" * 8 + w.field ORDER BY t."id") AS "terms"
      FROM unnest(owners, words, fields) AS w(owner, word, field) JOIN "SearchTerm" t ON t."word" = w.word GROUP BY w.owner
    ) AS t ON t.owner = p.id
    LEFT JOIN (
      SELECT o."productId", array_agg(DISTINCT f."id") AS "facetIds"
      FROM shop_product_options(product_ids) o JOIN "FacetValue" f ON f."name" = o."name" AND f."value" = o."value" GROUP BY o."productId"
    ) AS o ON o."productId" = p.id
  ) AS found
  WHERE r."productId" = found.id AND (r."terms", r."facetIds") IS DISTINCT FROM (found."terms", found."facetIds");
END $$;

CREATE FUNCTION shop_listing_source(product_ids text[]) RETURNS SETOF "ListingRow" LANGUAGE sql STABLE AS $$
  SELECT p."id", 0, p."status" = 'ACTIVE' AND p."deletedAt" IS NULL, p."categoryId", p."publishAt", p."unpublishAt",
    (p."shownPrice" * 100)::bigint, p."shownAvailability", p."isFeatured", p."isNew", p."viewCount",
    coalesce(p."sortName", ''), coalesce(p."sortNameAr", ''), '{}'::int[], '{}'::int[],
    jsonb_build_object('slug', p."slug", 'name', p."name", 'nameAr', p."nameAr", 'saleUnit', p."saleUnit", 'isNew', p."isNew",
      'isFeatured', p."isFeatured", 'availability', p."shownAvailability", 'price', p."shownPrice"::text,
      'priceFrom', coalesce(p."shownPrice" <> p."shownPriceHigh", false), 'unitSize', trim_scale(p."unitSize")::text,
      'unitOfSize', p."unitOfSize", 'keyFact', p."facts" -> 0, 'image', (
        SELECT jsonb_build_object('url', i."url", 'altText', i."altText", 'altTextAr', i."altTextAr", 'width', i."width",
          'height', i."height", 'placeholder', i."placeholder")
        FROM "ProductImage" i WHERE i."productId" = p."id" ORDER BY i."isPrimary" DESC, i."order", i."id" LIMIT 1)),
    '0'::xid8
  FROM "Product" p WHERE p."id" = ANY(product_ids)
$$;

-- The rows of products are locked first. The statements after it see what a transaction that was waited for has committed.
CREATE FUNCTION shop_refresh_listing(product_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Product" p WHERE p."id" = ANY(product_ids) ORDER BY p."id" FOR NO KEY UPDATE;
  UPDATE "ListingRow" r SET ("isListed", "categoryId", "publishAt", "unpublishAt", "price", "availability", "isFeatured", "isNew",
      "viewCount", "sortName", "sortNameAr", "card", "changed") =
    (s."isListed", s."categoryId", s."publishAt", s."unpublishAt", s."price", s."availability", s."isFeatured", s."isNew",
      s."viewCount", s."sortName", s."sortNameAr", s."card", pg_current_xact_id())
  FROM shop_listing_source(product_ids) s
  WHERE r."productId" = s."productId" AND
    (r."isListed", r."categoryId", r."publishAt", r."unpublishAt", r."price", r."availability", r."isFeatured", r."isNew",
      r."viewCount", r."sortName", r."sortNameAr", r."card") IS DISTINCT FROM
    (s."isListed", s."categoryId", s."publishAt", s."unpublishAt", s."price", s."availability", s."isFeatured", s."isNew",
      s."viewCount", s."sortName", s."sortNameAr", s."card");
  INSERT INTO "ListingRow" ("productId", "isListed", "categoryId", "publishAt", "unpublishAt", "price", "availability", "isFeatured",
    "isNew", "viewCount", "sortName", "sortNameAr", "card")
  SELECT s."productId", s."isListed", s."categoryId", s."publishAt", s."unpublishAt", s."price", s."availability", s."isFeatured",
    s."isNew", s."viewCount", s."sortName", s."sortNameAr", s."card"
  FROM shop_listing_source(product_ids) s
  WHERE NOT EXISTS (SELECT 1 FROM "ListingRow" r WHERE r."productId" = s."productId")
  ORDER BY s."publishAt", s."productId";
END $$;

-- A transaction that writes many products may set shop.listing to 'deferred' and refresh their rows once, at its end.
CREATE FUNCTION shop_is_listing_deferred() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT current_setting('shop.listing', true) IS NOT DISTINCT FROM 'deferred'
$$;

-- The row of a deleted product stays, not listed, so that processes notice the deletion.
CREATE FUNCTION shop_unlist(product_ids text[]) RETURNS void LANGUAGE sql AS $$
  UPDATE "ListingRow" SET "isListed" = false, "terms" = '{}', "facetIds" = '{}', "card" = '{}', "changed" = pg_current_xact_id()
  WHERE "productId" = ANY(product_ids)
$$;

CREATE FUNCTION shop_listing_product_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[] := ARRAY(SELECT "id" FROM new_rows);
BEGIN
  IF shop_is_listing_deferred() THEN RETURN NULL; END IF;
  PERFORM shop_refresh_listing(ids);
  PERFORM shop_refresh_listing_words(ids);
  RETURN NULL;
END $$;
CREATE TRIGGER listing_product_inserted AFTER INSERT ON "Product"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_product_inserted();

CREATE FUNCTION shop_listing_product_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  shown text[] := ARRAY(
    SELECT n."id" FROM new_rows n JOIN old_rows o USING ("id")
    WHERE (n."slug", n."name", n."nameAr", n."categoryId", n."saleUnit", n."unitSize", n."unitOfSize", n."facts", n."status", n."isFeatured",
        n."isNew", n."viewCount", n."publishAt", n."unpublishAt", n."deletedAt", n."shownPrice", n."shownPriceHigh", n."shownAvailability")
      IS DISTINCT FROM
      (o."slug", o."name", o."nameAr", o."categoryId", o."saleUnit", o."unitSize", o."unitOfSize", o."facts", o."status", o."isFeatured",
        o."isNew", o."viewCount", o."publishAt", o."unpublishAt", o."deletedAt", o."shownPrice", o."shownPriceHigh", o."shownAvailability"));
  worded text[] := ARRAY(
    SELECT n."id" FROM new_rows n JOIN old_rows o USING ("id")
    WHERE (n."name", n."nameAr", n."description", n."descriptionAr", n."details", n."detailsAr", n."sku", n."brand", n."facts")
      IS DISTINCT FROM (o."name", o."nameAr", o."description", o."descriptionAr", o."details", o."detailsAr", o."sku", o."brand", o."facts"));
BEGIN
  IF shop_is_listing_deferred() THEN RETURN NULL; END IF;
  IF cardinality(shown) > 0 THEN PERFORM shop_refresh_listing(shown); END IF;
  IF cardinality(worded) > 0 THEN PERFORM shop_refresh_listing_words(worded); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER listing_product_updated AFTER UPDATE ON "Product"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_product_updated();

CREATE FUNCTION shop_listing_product_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM shop_unlist(ARRAY(SELECT "id" FROM old_rows));
  RETURN NULL;
END $$;
CREATE TRIGGER listing_product_deleted AFTER DELETE ON "Product"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_product_deleted();

CREATE FUNCTION shop_listing_product_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM shop_unlist(ARRAY(SELECT "productId" FROM "ListingRow"));
  RETURN NULL;
END $$;
CREATE TRIGGER listing_product_truncated AFTER TRUNCATE ON "Product"
  FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_product_truncated();

-- Variations give options and SKUs. Their prices and stock reach the row through the product's shown price.
CREATE FUNCTION shop_listing_variations_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[];
BEGIN
  IF shop_is_listing_deferred() THEN RETURN NULL; END IF;
  CASE TG_OP
    WHEN 'INSERT' THEN ids := ARRAY(SELECT DISTINCT "productId" FROM new_rows);
    WHEN 'DELETE' THEN ids := ARRAY(SELECT DISTINCT "productId" FROM old_rows);
    ELSE ids := ARRAY(SELECT "productId" FROM old_rows UNION SELECT "productId" FROM new_rows);
  END CASE;
  IF cardinality(ids) = 0 THEN RETURN NULL; END IF;
  PERFORM 1 FROM "Product" p WHERE p."id" = ANY(ids) ORDER BY p."id" FOR NO KEY UPDATE;
  PERFORM shop_refresh_listing_words(ids);
  RETURN NULL;
END $$;
CREATE TRIGGER listing_variations_inserted AFTER INSERT ON "ProductVariation"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_variations_changed();
CREATE TRIGGER listing_variations_updated AFTER UPDATE ON "ProductVariation"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_variations_changed();
CREATE TRIGGER listing_variations_deleted AFTER DELETE ON "ProductVariation"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_variations_changed();

CREATE FUNCTION shop_listing_images_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[];
BEGIN
  IF shop_is_listing_deferred() THEN RETURN NULL; END IF;
  CASE TG_OP
    WHEN 'INSERT' THEN ids := ARRAY(SELECT DISTINCT "productId" FROM new_rows);
    WHEN 'DELETE' THEN ids := ARRAY(SELECT DISTINCT "productId" FROM old_rows);
    ELSE ids := ARRAY(SELECT "productId" FROM old_rows UNION SELECT "productId" FROM new_rows);
  END CASE;
  IF cardinality(ids) > 0 THEN PERFORM shop_refresh_listing(ids); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER listing_images_inserted AFTER INSERT ON "ProductImage"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_images_changed();
CREATE TRIGGER listing_images_updated AFTER UPDATE ON "ProductImage"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_images_changed();
CREATE TRIGGER listing_images_deleted AFTER DELETE ON "ProductImage"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_images_changed();

-- For each word of a text but stop words, the values of "terms" of which a row needs one; the last word also stands for its beginnings.
CREATE FUNCTION shop_query_terms(value text) RETURNS TABLE ("place" int, "terms" int[]) LANGUAGE sql STABLE AS $$
  WITH words AS (
    SELECT w AS word, place::int AS place, count(*) OVER () = place AS is_last
    FROM unnest((shop_tokens(value))[1:16]) WITH ORDINALITY AS words(w, place)
  )
  SELECT w.place, ARRAY(
    SELECT t."id" * 8 + field FROM (
      SELECT "id" FROM "SearchTerm" WHERE "stem" = shop_stem(w.word)
      UNION SELECT "id" FROM "SearchTerm" WHERE "word" = w.word
      UNION SELECT "id" FROM "SearchTerm" WHERE w.is_last AND "word" >= w.word AND "word" < w.word || chr(1114111)
    ) AS t CROSS JOIN generate_series(0, 4) AS field)
  FROM words w
  WHERE NOT shop_is_stop_word(w.word) OR (SELECT bool_and(shop_is_stop_word(word)) FROM words)
$$;

-- Computes all rows again, a thousand products at a time. Returns how many rows changed.
CREATE FUNCTION shop_rebuild_listing() RETURNS int LANGUAGE plpgsql AS $$
DECLARE batch text[]; last text := '';
BEGIN
  PERFORM shop_unlist(ARRAY(SELECT r."productId" FROM "ListingRow" r
    WHERE r."card" <> '{}' AND NOT EXISTS (SELECT 1 FROM "Product" p WHERE p."id" = r."productId")));
  LOOP
    batch := ARRAY(SELECT "id" FROM "Product" WHERE "id" > last ORDER BY "id" LIMIT 1000);
    EXIT WHEN cardinality(batch) = 0;
    PERFORM shop_refresh_listing(batch);
    PERFORM shop_refresh_listing_words(batch);
    last := batch[cardinality(batch)];
  END LOOP;
  RETURN (SELECT count(*)::int FROM "ListingRow" WHERE "changed" = pg_current_xact_id());
END $$;
SELECT shop_rebuild_listing();
