-- An empty stock is not tracked. Zeros that stand there stay zeros.
ALTER TABLE "ProductVariation" ALTER COLUMN "stock" DROP NOT NULL, ALTER COLUMN "stock" DROP DEFAULT;

-- The bound of the form, for every writer. Rows above it survive until somebody changes them.
ALTER TABLE "ProductVariation" ADD CONSTRAINT "variation_stock_not_too_large" CHECK ("stock" <= 1000000) NOT VALID;
