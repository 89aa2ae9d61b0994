import "server-only";
import { db } from "@/lib/db";

export function countNewMessages(): Promise<number> {
  return db.contactMessage.count({ where: { folder: "new" } });
}
