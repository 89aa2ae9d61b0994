import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { resolveFolder } from "./rules";
import type { InboxFilters } from "./schema";

const { sql, join } = Prisma;

export function buildFolderFilter(filters: InboxFilters): Prisma.Sql {
  const folder = resolveFolder(filters);
  return folder === "all" ? sql`m."folder" <> 'spam'` : sql`m."folder" = ${folder}`;
}

/** All filters except the folder; `userId` stands for the assignee `me`. */
export function buildFilters(filters: InboxFilters, userId: string): Prisma.Sql {
  const { q, assignee, product, period } = filters;
  const parts = [
    q ? buildSearchFilter(q) : null,
    assignee ? buildAssigneeFilter(assignee === "me" ? userId : assignee) : null,
    product ? sql`m."productId" = ${product}` : null,
    period ? sql`m."createdAt" > now() - ${Number(period)} * interval '1 day'` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? sql`true` : join(parts, " AND ");
}

function buildAssigneeFilter(assignee: string): Prisma.Sql {
  return assignee === "none" ? sql`m."assignedToId" IS NULL` : sql`m."assignedToId" = ${assignee}`;
}

export interface CustomerKey {
  email: string | null;
  phone: string | null;
}

/** Matches the messages with the same e-mail address, ignoring case, or the same phone number. */
export function buildSameCustomerFilter({ email, phone }: CustomerKey): Prisma.Sql {
  return sql`(lower("email") = lower(${email}) OR "phone" = ${phone})`;
}

const REFERENCE = /^eo\s*-?\s*(\d{1,9})$/i;
const PHONE = /^[+\d][\d\s().-]{3,}$/;

/** A complete reference finds that message; a phone number is searched by its digits, with or without the country code. */
function buildSearchFilter(words: string): Prisma.Sql {
  const reference = REFERENCE.exec(words)?.[1];
  if (reference !== undefined) return sql`m."reference" = ${Number(reference)}`;
  const digits = words.replace(/\D/g, "").replace(/^(00)?212(?=\d{6})/, "0");
  const wanted = PHONE.test(words) ? digits : words;
  return sql`m."search" @@ shop_query(${wanted})`;
}
