-- What an audit entry changed, for filters: the fields, and for variations also the parts that differ ("variations.stock").
CREATE FUNCTION shop_changed_fields(changes jsonb) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  fields text[];
BEGIN
  IF jsonb_typeof(changes) <> 'object' THEN
    RETURN '{}';
  END IF;
  fields := ARRAY(SELECT jsonb_object_keys(changes));
  IF NOT changes ? 'variations' THEN
    RETURN fields;
  END IF;
  RETURN fields || ARRAY(
    SELECT 'variations.' || part
    FROM (
      SELECT DISTINCT jsonb_object_keys(variation) AS part
      FROM jsonb_path_query(changes, '$.variations.*[*] ? (@.type() == "object")') AS variation
    ) parts
    WHERE (SELECT jsonb_agg(v -> part) FROM jsonb_path_query(changes, '$.variations.before[*] ? (@.type() == "object")') v)
      IS DISTINCT FROM
      (SELECT jsonb_agg(v -> part) FROM jsonb_path_query(changes, '$.variations.after[*] ? (@.type() == "object")') v));
END $$;

ALTER TABLE "AuditLog"
  ADD COLUMN "changedFields" TEXT[] GENERATED ALWAYS AS (CASE WHEN "changes" IS NOT NULL THEN shop_changed_fields("changes") END) STORED,
  ADD COLUMN "search" tsvector GENERATED ALWAYS AS (CASE WHEN "entityLabel" IS NOT NULL THEN shop_words("entityLabel") END) STORED;

CREATE INDEX "AuditLog_changedFields_idx" ON "AuditLog" USING GIN ("changedFields");
CREATE INDEX "AuditLog_search_idx" ON "AuditLog" USING GIN ("search");
