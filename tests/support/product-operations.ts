import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";

const DAY_MS = 86_400_000;

/** Creates an operation without items that the job never finds due. */
export function buildOperation(
  userId: string,
  fields: Partial<Prisma.ProductOperationUncheckedCreateInput> = {},
) {
  return db.productOperation.create({
    data: {
      kind: "BULK",
      state: "APPLIED",
      title: "Nouveauté",
      spec: { changes: { isNew: true } },
      userId,
      scheduledAt: new Date(Date.now() + DAY_MS),
      undoUntil: new Date(Date.now() + DAY_MS),
      ...fields,
    },
  });
}
