-- The photo of the product that shows this value. No foreign key: photos are replaced as a whole list under their addresses.
ALTER TABLE "ProductVariation" ADD COLUMN "imageUrl" TEXT;
