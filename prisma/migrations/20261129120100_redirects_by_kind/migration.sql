-- Products and categories have addresses of their own (/produit/…, /catalogue/…): one old slug may redirect in both.
DROP INDEX "SlugRedirect_slug_key";
CREATE UNIQUE INDEX "product_redirect_slug" ON "SlugRedirect" ("slug") WHERE "productId" IS NOT NULL;
CREATE UNIQUE INDEX "category_redirect_slug" ON "SlugRedirect" ("slug") WHERE "categoryId" IS NOT NULL;
