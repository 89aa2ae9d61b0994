-- The words of products with the best field that has each; field 0 is a whole SKU without separators. The letters with which a SKU
-- begins are a value: they find its series.
CREATE OR REPLACE FUNCTION shop_product_words(product_ids text[]) RETURNS TABLE ("productId" text, "word" text, "field" int)
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
    UNION ALL
    SELECT "id", substring(shop_fold("sku") FROM '^[a-z]{2,}'), 3 FROM skus
  ) AS words WHERE "word" <> '' GROUP BY "id", "word"
$$;
SELECT shop_rebuild_listing();
