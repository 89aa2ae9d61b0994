-- The rows of a file to import, so that a check and an import can resume, and the report repeats the file.
CREATE TABLE "ProductImportRow" (
    "operationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "item" INTEGER,
    "identity" JSONB,
    "problems" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ProductImportRow_pkey" PRIMARY KEY ("operationId","number")
);

CREATE INDEX "ProductImportRow_operationId_item_number_idx" ON "ProductImportRow"("operationId", "item", "number");

ALTER TABLE "ProductImportRow" ADD CONSTRAINT "ProductImportRow_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "ProductOperation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The columns of the last import of a file with the same headers.
CREATE INDEX "product_imports_by_signature" ON "ProductOperation"(md5("spec" ->> 'signature'), "createdAt" DESC) WHERE "kind" = 'IMPORT';
