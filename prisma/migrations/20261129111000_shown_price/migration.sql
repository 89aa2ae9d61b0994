-- What customers read as the price and the availability of a product, once for every list, filter, page and mail. The database
-- keeps these columns itself: whatever writes a product or a variation, by whatever way, they follow.
ALTER TABLE "Product"
  -- The lowest price that a choice of active variations reaches; null is on request.
  ADD COLUMN "shownPrice" DECIMAL(10,2),
  ADD COLUMN "shownPriceHigh" DECIMAL(10,2),
  ADD COLUMN "shownAvailability" "Availability" NOT NULL DEFAULT 'IN_STOCK';

-- How far a choice of one active variation per name moves the base price, and whether some choice has no stock of zero in it.
CREATE FUNCTION shop_variation_reach(product_id text, OUT lowest numeric, OUT highest numeric, OUT available boolean)
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(g.lowest), 0), coalesce(sum(g.highest), 0), coalesce(bool_and(g.available), true)
  FROM (
    SELECT min(v."priceModifier") AS lowest, max(v."priceModifier") AS highest, bool_or(v."stock" IS DISTINCT FROM 0) AS available
    FROM "ProductVariation" v WHERE v."productId" = product_id AND v."isActive" GROUP BY v."name"
  ) AS g
$$;

-- The bounds are those of the columns and of MAX_PRICE in lib/amount.ts.
CREATE FUNCTION shop_shown_amount(base numeric, on_request boolean, reach numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN base IS NOT NULL AND NOT on_request THEN least(greatest(base + reach, 0), 99999999.99) END
$$;

CREATE FUNCTION shop_shown_availability(set_by_staff "Availability", available boolean) RETURNS "Availability" LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN set_by_staff = 'IN_STOCK' AND NOT available THEN 'OUT_OF_STOCK' ELSE set_by_staff END
$$;

-- Rows are locked first, in an order of their own: the second statement then sees what a transaction that was waited for committed.
CREATE FUNCTION shop_refresh_shown(product_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Product" p WHERE p."id" = ANY(product_ids) ORDER BY p."id" FOR NO KEY UPDATE;
  UPDATE "Product" p SET "shownPrice" = now.lowest, "shownPriceHigh" = now.highest, "shownAvailability" = now.availability
  FROM (
    SELECT q."id", shop_shown_amount(q."basePrice", q."priceOnRequest", r.lowest) AS lowest,
      shop_shown_amount(q."basePrice", q."priceOnRequest", r.highest) AS highest,
      shop_shown_availability(q."availability", r.available) AS availability
    FROM "Product" q CROSS JOIN LATERAL shop_variation_reach(q."id") r WHERE q."id" = ANY(product_ids)
  ) AS now
  WHERE p."id" = now."id" AND (p."shownPrice" IS DISTINCT FROM now.lowest
    OR p."shownPriceHigh" IS DISTINCT FROM now.highest OR p."shownAvailability" <> now.availability);
END $$;

-- A new product has no variations yet.
CREATE FUNCTION shop_product_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."shownPrice" := shop_shown_amount(NEW."basePrice", NEW."priceOnRequest", 0);
  NEW."shownPriceHigh" := NEW."shownPrice";
  NEW."shownAvailability" := NEW."availability";
  RETURN NEW;
END $$;
CREATE TRIGGER product_inserted BEFORE INSERT ON "Product" FOR EACH ROW EXECUTE FUNCTION shop_product_inserted();

-- After, not before: a trigger before an update would make PostgreSQL generate the words for the search anew at every update,
-- also of the count of views.
CREATE FUNCTION shop_product_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM shop_refresh_shown(ARRAY[NEW."id"]);
  RETURN NULL;
END $$;
CREATE TRIGGER product_updated AFTER UPDATE OF "basePrice", "priceOnRequest", "availability",
  "shownPrice", "shownPriceHigh", "shownAvailability" ON "Product" FOR EACH ROW
  WHEN ((OLD."basePrice", OLD."priceOnRequest", OLD."availability", OLD."shownPrice", OLD."shownPriceHigh", OLD."shownAvailability")
    IS DISTINCT FROM
    (NEW."basePrice", NEW."priceOnRequest", NEW."availability", NEW."shownPrice", NEW."shownPriceHigh", NEW."shownAvailability"))
  EXECUTE FUNCTION shop_product_updated();

-- Once a statement, for all products whose variations it changed.
CREATE FUNCTION shop_variations_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM shop_refresh_shown(ARRAY(SELECT DISTINCT "productId" FROM new_rows));
  RETURN NULL;
END $$;
CREATE FUNCTION shop_variations_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM shop_refresh_shown(ARRAY(SELECT "productId" FROM old_rows UNION SELECT "productId" FROM new_rows));
  RETURN NULL;
END $$;
CREATE FUNCTION shop_variations_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM shop_refresh_shown(ARRAY(SELECT DISTINCT "productId" FROM old_rows));
  RETURN NULL;
END $$;
CREATE TRIGGER variations_inserted AFTER INSERT ON "ProductVariation"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_variations_inserted();
CREATE TRIGGER variations_updated AFTER UPDATE ON "ProductVariation"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_variations_updated();
CREATE TRIGGER variations_deleted AFTER DELETE ON "ProductVariation"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_variations_deleted();

-- The products that are there already.
SELECT shop_refresh_shown(ARRAY(SELECT "id" FROM "Product"));

-- The orders by price go by what customers read.
DROP INDEX "idx_products_price";
DROP INDEX "idx_products_price_desc";
CREATE INDEX "idx_products_price" ON "Product" ("shownPrice", "id") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
CREATE INDEX "idx_products_price_desc" ON "Product" ("shownPrice" DESC NULLS LAST, "id") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL;
