-- The rows of products are locked first: the statements after it see what a transaction that was waited for has committed.
-- New words and values are inserted in order, so that two transactions that add the
-- same ones wait in one direction.
CREATE OR REPLACE FUNCTION shop_refresh_listing_words(product_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  owners text[];
  words text[];
  fields int[];
BEGIN
  PERFORM 1 FROM "Product" p WHERE p."id" = ANY(product_ids) ORDER BY p."id" FOR NO KEY UPDATE;
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

-- Variations give options and SKUs; their prices and stock reach the row through the product's shown price. Images are on the card.
CREATE OR REPLACE FUNCTION shop_listing_parts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids text[];
BEGIN
  IF shop_is_listing_deferred() THEN RETURN NULL; END IF;
  CASE TG_OP
    WHEN 'INSERT' THEN ids := ARRAY(SELECT DISTINCT "productId" FROM new_rows);
    WHEN 'DELETE' THEN ids := ARRAY(SELECT DISTINCT "productId" FROM old_rows);
    ELSE ids := ARRAY(SELECT "productId" FROM old_rows UNION SELECT "productId" FROM new_rows);
  END CASE;
  IF cardinality(ids) = 0 THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'ProductImage' THEN
    PERFORM shop_refresh_listing(ids);
  ELSE
    PERFORM shop_refresh_listing_words(ids);
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER listing_variations_inserted AFTER INSERT ON "ProductVariation"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_parts_changed();
CREATE OR REPLACE TRIGGER listing_variations_updated AFTER UPDATE ON "ProductVariation"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_parts_changed();
CREATE OR REPLACE TRIGGER listing_variations_deleted AFTER DELETE ON "ProductVariation"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_parts_changed();
CREATE OR REPLACE TRIGGER listing_images_inserted AFTER INSERT ON "ProductImage"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_parts_changed();
CREATE OR REPLACE TRIGGER listing_images_updated AFTER UPDATE ON "ProductImage"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_parts_changed();
CREATE OR REPLACE TRIGGER listing_images_deleted AFTER DELETE ON "ProductImage"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_listing_parts_changed();

DROP FUNCTION IF EXISTS shop_listing_variations_changed();
DROP FUNCTION IF EXISTS shop_listing_images_changed();
