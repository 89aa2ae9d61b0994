-- The shown name without the abbreviation, where staff have not edited the category. Its address stays.
UPDATE "Category" SET "name" = 'Salle de bains'
WHERE "slug" = 'meubles-sdb' AND "name" = 'Meubles SDB' AND "version" = 1;
