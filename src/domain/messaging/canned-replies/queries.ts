import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import type { CannedReply } from "./schema";

export const CANNED_REPLY_SELECT = {
  id: true,
  version: true,
  title: true,
  body: true,
  locale: true,
} as const satisfies Prisma.CannedReplySelect;

const MAX_LISTED = 200;

export function listCannedReplies(): Promise<CannedReply[]> {
  return db.cannedReply.findMany({
    select: CANNED_REPLY_SELECT,
    orderBy: [{ locale: "asc" }, { title: "asc" }],
    take: MAX_LISTED,
  });
}
