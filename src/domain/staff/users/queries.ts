import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { formatEmail } from "@/lib/input/email";
import { toPagination } from "@/lib/lists/pagination";
import type { StaffUser, StaffUserQuery, UserState } from "./schema";

/** Lists the staff, active accounts first, then by user name. */
export async function listUsers({ q, page, pageSize }: StaffUserQuery) {
  const contains = { contains: q ?? "", mode: "insensitive" } as const;
  const where: Prisma.UserWhereInput = q
    ? { OR: [{ username: contains }, { email: contains }] }
    : {};
  const [users, total] = await Promise.all([
    db.user.findMany({
      where,
      select: STAFF_USER,
      orderBy: [{ isActive: "desc" }, { username: "asc" }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
    db.user.count({ where }),
  ]);
  return { items: users.map(toStaffUser), pagination: toPagination({ page, pageSize }, total) };
}

export const STAFF_USER = {
  id: true,
  version: true,
  username: true,
  email: true,
  role: true,
  isActive: true,
  totpEnabledAt: true,
  passwordChangedAt: true,
  lastLoginAt: true,
  createdAt: true,
  emailTokens: {
    where: { purpose: "INVITATION", usedAt: null },
    select: { expiresAt: true },
  },
} as const satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof STAFF_USER }>;

export function toStaffUser(row: Row): StaffUser {
  const { id, version, username, email, role } = row;
  return {
    id,
    version,
    username,
    email: formatEmail(email),
    role,
    state: getState(row),
    hasSecondFactor: row.totpEnabledAt !== null,
    lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Whether the user has set a password or signed in. */
export function hasAccepted(row: Pick<Row, "passwordChangedAt" | "lastLoginAt">): boolean {
  return row.passwordChangedAt !== null || row.lastLoginAt !== null;
}

function getState(row: Row): UserState {
  if (!row.isActive) return "DISABLED";
  if (hasAccepted(row)) return "ACTIVE";
  const hasActiveLink = row.emailTokens.some(({ expiresAt }) => expiresAt > new Date());
  return hasActiveLink ? "INVITED" : "EXPIRED";
}
