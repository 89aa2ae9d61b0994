-- The same as foldText, tokenize and stem in domain/search/fold.ts.
-- PostgreSQL caches 32 compiled expressions per connection: these functions use fewer, and none where a plain function will do.
CREATE OR REPLACE FUNCTION shop_fold(value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  t text := value;
  is_ascii CONSTANT boolean := octet_length(value) = length(value);
BEGIN
  IF NOT is_ascii THEN
    IF t ~ '[٠-٩۰-۹]' THEN
      t := translate(t, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', '01234567890123456789');
    END IF;
    t := regexp_replace(t, '([0-9])[\u00A0\u202F\u066C](?=[0-9]{3}(?![0-9]))', '\1', 'g');
    t := replace(replace(replace(replace(t, '™', ' '), '℠', ' '), '®', ' '), '©', ' ');
  END IF;
  IF position(' A' IN t) > 0 THEN
    t := regexp_replace(t, '([0-9]) A(?![A-Za-z\u00C0-\u024F])', '\1A', 'g');
  END IF;
  IF NOT is_ascii THEN
    t := regexp_replace(normalize(t, NFKD), '[\u00AD\u0300-\u036F\u0600-\u0605\u0610-\u061A\u061C\u0621\u0640\u064B-\u065F\u0670\u06D6-\u06DD\u06DF-\u06E8\u06EA-\u06ED\u070F\u08E2\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]+', '', 'g');
    t := replace(replace(t, 'ى', 'ي'), 'ة', 'ه');
    IF t ~ '[ٱکیےھەØøŁłĐđıμ⌀∅×✕✖∗⁄∕٫œŒæÆß]' THEN
      t := translate(t, 'ٱکیےھەØøŁłĐđıμ⌀∅×✕✖∗⁄∕٫', 'اكييههøøllddiuøøxxx*//.');
      t := replace(replace(replace(replace(replace(t, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss');
    END IF;
  END IF;
  t := lower(t COLLATE "C");
  t := regexp_replace(t, '[\u0001-\u001F\u007F-\u009F\u1680\u2000-\u200A\u2028\u2029\u3000]', ' ', 'g');
  IF position('ø' IN t) > 0 THEN
    t := replace(regexp_replace(t, 'ø(?= ?[0-9])', ' ', 'g'), 'ø', 'o');
  END IF;
  RETURN btrim(regexp_replace(t, ' {2,}', ' ', 'g'), ' ');
END $$;

CREATE FUNCTION shop_unit(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN name IN ('millimetre', 'millimetres', 'مم', 'ملم', 'مليمتر', 'ميليمتر') THEN 'mm'
    WHEN name IN ('centimetre', 'centimetres', 'سم', 'سنتيمتر') THEN 'cm'
    WHEN name IN ('metre', 'metres', 'م', 'متر', 'مترا', 'امتار') THEN 'm'
    WHEN name = 'مم2' THEN 'mm2'
    WHEN name = 'م2' THEN 'm2'
    WHEN name = 'م3' THEN 'm3'
    WHEN name IN ('litre', 'litres', 'ل', 'لتر', 'لترا') THEN 'l'
    WHEN name IN ('kilo', 'kilos', 'kilogramme', 'kilogrammes', 'كغ', 'كلغ', 'كجم', 'كيلو', 'كيلوغرام') THEN 'kg'
    WHEN name IN ('gramme', 'grammes', 'غ', 'غرام') THEN 'g'
    WHEN name IN ('watt', 'watts', 'واط', 'وات') THEN 'w'
    WHEN name IN ('volt', 'volts', 'فولت') THEN 'v'
    WHEN name IN ('ampere', 'amperes', 'امبير') THEN 'a'
    WHEN name IN ('kelvin', 'kelvins', 'كلفن') THEN 'k'
    WHEN name IN ('lumen', 'lumens', 'لومن') THEN 'lm'
    WHEN name IN ('bars', 'بار') THEN 'bar'
    WHEN name IN ('pouce', 'pouces', 'بوصه') THEN 'po'
    ELSE name
  END
$$;

-- A number with its unit in the one spelling of the unit; any other word as it is.
CREATE FUNCTION shop_number_token(word text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE parts text[] := regexp_match(word, '^([0-9].*[0-9]|[0-9])([a-z]+|[\u0621-\u064A]+[23]?)$');
BEGIN
  RETURN CASE WHEN parts IS NULL THEN word ELSE parts[1] || public.shop_unit(parts[2]) END;
END $$;

CREATE FUNCTION shop_tokens(value text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  t text := public.shop_fold(value);
BEGIN
  IF t ~ '[0-9]' THEN
    t := replace(t, '°', '');
    t := regexp_replace(t, '([0-9]) ?("|''''|′′)', '\1po ', 'g');
    t := regexp_replace(t, '([0-9]),(?=[0-9])', '\1.', 'g');
    IF position('.' IN t) > 0 THEN
      t := regexp_replace(t, '(\.[0-9]*[1-9])0+(?![0-9])', '\1', 'g');
      t := regexp_replace(t, '\.0+(?![0-9])', '', 'g');
    END IF;
    t := regexp_replace(t, '([0-9]) ?(?:mm|cm|m|مم|سم|م)? ?[x*] ?(?=[0-9])', '\1x', 'g');
    t := regexp_replace(t, '([0-9]x[0-9.]+) ?(?:mm|cm|m|مم|سم|م)(?![a-z0-9\u0621-\u063A\u0641-\u064A\u0671-\u06D3])', '\1', 'g');
    t := regexp_replace(t, '(^|[^a-z0-9\u0621-\u063A\u0641-\u064A\u0671-\u06D3])[وفبل](?=[0-9])', '\1', 'g');
    t := regexp_replace(t, '(^|[^a-z0-9\u0621-\u063A\u0641-\u064A\u0671-\u06D3])(ip|ik|ral|dn|pn|gu|e|r)[ -](?=[0-9])', '\1\2', 'g');
    t := regexp_replace(t, '([0-9]) ?(?:metres? carres?|متر مربع)(?![a-z0-9\u0621-\u063A\u0641-\u064A\u0671-\u06D3])', '\1m2', 'g');
    t := regexp_replace(t, '(?<=[0-9]) (?=(?:mm|millimetres?|مم|ملم|مليمتر|ميليمتر|cm|centimetres?|سم|سنتيمتر|m|metres?|م|متر|مترا|امتار|mm2|مم2|m2|م2|m3|م3|l|litres?|ل|لتر|لترا|ml|kg|kilos?|kilogrammes?|كغ|كلغ|كجم|كيلو|كيلوغرام|g|grammes?|غ|غرام|w|watts?|واط|وات|kw|v|volts?|فولت|amperes?|امبير|k|kelvins?|كلفن|c|lm|lumens?|لومن|bars?|بار|po|pouces?|بوصه)(?![a-z0-9\u0621-\u063A\u0641-\u064A\u0671-\u06D3]))', '', 'g');
  END IF;
  t := regexp_replace(t, '[!-\-:-@\[-`{-~\u0080-\u00BF\u00D7\u00F7\u02B0-\u02FF\u060C\u061B\u061F\u066A-\u066D\u06D4\u2000-\u2BFF\u2E00-\u2E7F\u3000-\u303F\uFE10-\uFE6F\uFFFC\uFFFD\U0001F000-\U0001FAFF]', ' ', 'g');
  IF position('.' IN t) > 0 OR position('/' IN t) > 0 THEN
    t := regexp_replace(t, '(^|[^0-9])[./]+', '\1 ', 'g');
    t := regexp_replace(t, '[./]+(?![0-9])', ' ', 'g');
  END IF;
  RETURN ARRAY(
    SELECT left(CASE WHEN ascii(w) BETWEEN 48 AND 57 THEN public.shop_number_token(w) ELSE w END, 64)
    FROM unnest(string_to_array(t, ' ')) WITH ORDINALITY AS words(w, place)
    WHERE w <> '' ORDER BY place
  );
END $$;

CREATE FUNCTION shop_stem(word text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  rest text := word;
  before text;
  prefix text;
BEGIN
  IF translate(word, 'abcdefghijklmnopqrstuvwxyz', '') = '' THEN
    IF length(rest) > 3 AND right(rest, 1) IN ('s', 'x') THEN rest := left(rest, -1); END IF;
    IF length(rest) > 3 AND right(rest, 1) = 'e' THEN rest := left(rest, -1); END IF;
    IF length(rest) > 3 AND right(rest, 1) = 's' THEN rest := left(rest, -1); END IF;
    IF length(rest) > 2 AND right(rest, 2) = 'ch' THEN rest := left(rest, -1); END IF;
    IF length(rest) > 3 AND right(rest, 2) = 'al' THEN rest := left(rest, -1) || 'u'; END IF;
    RETURN rest;
  ELSIF word ~ '^[\u0621-\u063A\u0641-\u064A\u0671-\u06D3]+$' THEN
    LOOP
      before := rest;
      FOREACH prefix IN ARRAY ARRAY['وبال', 'فبال', 'وكال', 'فكال', 'وال', 'فال', 'ولل', 'فلل', 'بال', 'كال', 'ال', 'لل'] LOOP
        IF starts_with(rest, prefix) AND length(rest) >= length(prefix) + 2 THEN
          rest := substr(rest, length(prefix) + 1);
          EXIT;
        END IF;
      END LOOP;
      IF left(rest, 1) IN ('و', 'ف') AND length(rest) >= 4 THEN rest := substr(rest, 2); END IF;
      EXIT WHEN rest = before;
    END LOOP;
    IF length(rest) > 4 AND right(rest, 2) = 'ات' THEN rest := left(rest, -2); END IF;
    IF length(rest) > 3 AND right(rest, 1) = 'ه' THEN rest := left(rest, -1); END IF;
    RETURN rest;
  END IF;
  RETURN word;
END $$;

-- Searches with the same words are the same search.
CREATE FUNCTION shop_query_key(value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN coalesce(nullif(array_to_string(public.shop_tokens(value), ' '), ''), public.shop_fold(value));
END $$;

-- The words of a text for an index: each token, and of a number with a unit also the number alone.
CREATE FUNCTION shop_index_words(value text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE tokens text[] := public.shop_tokens(value);
BEGIN
  RETURN ARRAY(
    SELECT w FROM unnest(tokens) AS w
    UNION
    SELECT number[1] FROM unnest(tokens) AS w, regexp_match(w, '^([0-9]+(?:[./][0-9]+)*)[a-z]+[23]?$') AS number
    WHERE w ~ '^[0-9].*[a-z]' AND number IS NOT NULL
  );
END $$;

-- The words of messages and of the audit log, as written and without endings and articles.
CREATE OR REPLACE FUNCTION shop_words(value text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE words text[] := coalesce(public.shop_index_words(value), '{}');
BEGIN
  RETURN array_to_tsvector(ARRAY(SELECT w FROM unnest(words) AS w UNION SELECT public.shop_stem(w) FROM unnest(words) AS w));
END $$;

CREATE FUNCTION shop_is_stop_word(word text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET client_min_messages = error AS $$
BEGIN
  RETURN numnode(plainto_tsquery('pg_catalog.french', word)) = 0 OR numnode(plainto_tsquery('pg_catalog.arabic', word)) = 0;
END $$;

-- All words of a text but stop words, the last one also as a beginning. Tokens hold no operator and no quote.
CREATE OR REPLACE FUNCTION shop_query(value text) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  words text[] := (public.shop_tokens(value))[1:16];
  word text;
  wanted tsquery := ''::tsquery;
  stop_words tsquery := ''::tsquery;
  spelled tsquery;
BEGIN
  FOR i IN 1 .. coalesce(array_length(words, 1), 0) LOOP
    word := words[i];
    spelled := quote_literal(public.shop_stem(word))::tsquery;
    IF public.shop_is_stop_word(word) THEN
      stop_words := stop_words && spelled;
      CONTINUE;
    END IF;
    IF i = array_length(words, 1) THEN
      spelled := spelled || (quote_literal(word) || ':*')::tsquery;
    END IF;
    wanted := wanted && spelled;
  END LOOP;
  RETURN CASE WHEN numnode(wanted) > 0 THEN wanted ELSE stop_words END;
END $$;

CREATE OR REPLACE FUNCTION shop_message_words(reference integer, name text, email text, phone text, subject text, message text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  -- A customer may leave several numbers, each of which is found by itself.
  numbers text := (
    SELECT string_agg(concat_ws(' | ', digits, national, ltrim(national, '0')), ' | ')
    FROM regexp_split_to_table(coalesce(phone, ''), '/') AS part,
      LATERAL (SELECT regexp_replace(part, '\D', '', 'g') AS digits) AS plain,
      LATERAL (SELECT regexp_replace(digits, '^(00)?212', '0') AS national) AS local);
BEGIN
  RETURN public.shop_words(concat_ws(' | ', name, subject, 'eo ' || reference, email, numbers, message));
END $$;

-- The generated columns are computed again with the new functions.
UPDATE "Product" SET "name" = "name", "nameAr" = "nameAr";
UPDATE "ContactMessage" SET "name" = "name";
DROP INDEX "AuditLog_search_idx";
ALTER TABLE "AuditLog" DROP COLUMN "search";
ALTER TABLE "AuditLog" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (CASE WHEN "entityLabel" IS NOT NULL THEN shop_words("entityLabel") END) STORED;
CREATE INDEX "AuditLog_search_idx" ON "AuditLog" USING GIN ("search");

-- Products are searched by the words of their listing rows.
DROP INDEX "idx_category_name_words";
ALTER TABLE "Product" DROP COLUMN "search";
DROP FUNCTION shop_product_words(text, text, text, text, jsonb, text, text);
DROP EXTENSION unaccent;
