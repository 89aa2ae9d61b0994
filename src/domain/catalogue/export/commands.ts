import "server-only";
import { writeAudit } from "@/domain/audit/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { ProductExportQuery } from "./schema";

/** Writes the audit entry of an export, with its format and filters. */
export async function recordProductExport(actor: Actor, query: ProductExportQuery): Promise<void> {
  const changes = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, { before: null, after: value }]),
  );
  await db.$transaction((tx) =>
    writeAudit(tx, actor, { entityType: "Product", action: "export_products" }, changes),
  );
}
