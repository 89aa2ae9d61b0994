import "server-only";
import { db } from "@/lib/db";

/** Messages that nobody has read yet. */
export function countNewMessages(): Promise<number> {
  return db.contactMessage.count({ where: { folder: "new" } });
}
