-- Once a statement instead of once a row: a bulk change writes a hundred products at a time, and each refresh also refreshes the listing.
DROP TRIGGER product_updated ON "Product";

CREATE OR REPLACE FUNCTION shop_product_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids text[] := ARRAY(
    SELECT n."id" FROM new_rows n JOIN old_rows o USING ("id")
    WHERE (o."basePrice", o."priceOnRequest", o."availability", o."shownPrice", o."shownPriceHigh", o."shownAvailability")
      IS DISTINCT FROM
      (n."basePrice", n."priceOnRequest", n."availability", n."shownPrice", n."shownPriceHigh", n."shownAvailability"));
BEGIN
  IF cardinality(ids) > 0 THEN PERFORM shop_refresh_shown(ids); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER product_updated AFTER UPDATE ON "Product"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION shop_product_updated();
