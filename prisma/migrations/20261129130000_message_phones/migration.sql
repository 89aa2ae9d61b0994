-- A customer may leave several numbers ("+212 522 94 07 70 / +212 661 23 45 67"): each is found by itself. Rows of before hold one.
CREATE OR REPLACE FUNCTION shop_message_words(reference integer, name text, email text, phone text, subject text, message text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  numbers text := (
    SELECT string_agg(concat_ws(' ', digits, national, ltrim(national, '0')), ' ')
    FROM regexp_split_to_table(coalesce(phone, ''), '/') AS part,
      LATERAL (SELECT regexp_replace(part, '\D', '', 'g') AS digits) AS plain,
      LATERAL (SELECT regexp_replace(digits, '^(00)?212', '0') AS national) AS local);
BEGIN
  RETURN setweight(public.shop_words(concat_ws(' ', name, subject)), 'A')
    || setweight(to_tsvector('pg_catalog.simple', concat_ws(' ', 'eo ' || reference, translate(lower(email), '@.+_-', '     '),
         numbers)), 'A')
    || setweight(public.shop_words(message), 'C');
END $$;
