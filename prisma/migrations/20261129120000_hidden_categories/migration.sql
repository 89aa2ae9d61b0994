-- A hidden category hides all categories below it. Statements ask once, as an uncorrelated subquery.
CREATE FUNCTION shop_hidden_categories() RETURNS SETOF text LANGUAGE sql STABLE ROWS 10 AS $$
  WITH RECURSIVE hidden AS (
    SELECT "id" FROM "Category" WHERE NOT "isActive"
    UNION
    SELECT c."id" FROM "Category" c JOIN hidden h ON c."parentId" = h."id"
  )
  SELECT "id" FROM hidden
$$;

-- Pending changes that would put a product into a category are counted before the category is deleted.
CREATE INDEX "idx_products_draft_category" ON "Product" (("draft" ->> 'categoryId')) WHERE "draft" ->> 'categoryId' IS NOT NULL;

-- The next end of a publication.
CREATE INDEX "idx_products_unpublish" ON "Product" ("unpublishAt") WHERE "status" = 'ACTIVE' AND "deletedAt" IS NULL AND "unpublishAt" IS NOT NULL;
