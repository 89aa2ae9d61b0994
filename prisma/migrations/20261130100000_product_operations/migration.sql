-- Bulk changes and imports, with one row per product, so that a job can apply, resume and undo them.
CREATE TYPE "OperationKind" AS ENUM ('BULK', 'IMPORT');

CREATE TYPE "OperationState" AS ENUM ('UPLOADED', 'VALIDATING', 'VALIDATED', 'REJECTED', 'SCHEDULED', 'APPLYING', 'APPLIED', 'PARTIALLY_APPLIED', 'CANCELLED', 'UNDOING', 'UNDONE', 'FAILED');

CREATE TYPE "OperationItemState" AS ENUM ('PENDING', 'APPLIED', 'UNCHANGED', 'SKIPPED', 'FAILED', 'UNDONE', 'NOT_UNDONE');

CREATE TABLE "ProductOperation" (
    "id" TEXT NOT NULL,
    "kind" "OperationKind" NOT NULL,
    "state" "OperationState" NOT NULL,
    "title" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "userId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "scheduledAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "undoUntil" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "notUndone" INTEGER NOT NULL DEFAULT 0,
    "leaseId" TEXT,
    "leaseUntil" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "fileName" TEXT,
    "fileKey" TEXT,
    "fileBytes" INTEGER,

    CONSTRAINT "ProductOperation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ProductOperationItem" (
    "operationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "productId" TEXT,
    "label" TEXT NOT NULL,
    "state" "OperationItemState" NOT NULL DEFAULT 'PENDING',
    "problems" JSONB NOT NULL DEFAULT '[]',
    "plan" JSONB,
    "before" JSONB,
    "version" INTEGER,

    CONSTRAINT "ProductOperationItem_pkey" PRIMARY KEY ("operationId","number")
);

CREATE INDEX "ProductOperation_createdAt_id_idx" ON "ProductOperation"("createdAt" DESC, "id");

CREATE INDEX "ProductOperation_state_scheduledAt_idx" ON "ProductOperation"("state", "scheduledAt");

CREATE INDEX "ProductOperation_userId_idx" ON "ProductOperation"("userId");

CREATE INDEX "ProductOperationItem_operationId_state_number_idx" ON "ProductOperationItem"("operationId", "state", "number");

CREATE INDEX "ProductOperationItem_productId_idx" ON "ProductOperationItem"("productId");

CREATE INDEX "AuditLog_requestId_idx" ON "AuditLog"("requestId");

ALTER TABLE "ProductOperation" ADD CONSTRAINT "ProductOperation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ProductOperationItem" ADD CONSTRAINT "ProductOperationItem_operationId_fkey" FOREIGN KEY ("operationId") REFERENCES "ProductOperation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ProductOperationItem" ADD CONSTRAINT "ProductOperationItem_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ProductOperation" ADD CONSTRAINT "operation_schedule" CHECK ("state" <> 'SCHEDULED' OR "scheduledAt" IS NOT NULL);
