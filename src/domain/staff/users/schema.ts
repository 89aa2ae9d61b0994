import { z } from "zod";
import { ROLES } from "@/lib/auth/permissions";
import { toAsciiDomain } from "@/lib/input/email";
import { plain, wholeNumber } from "@/lib/input/text-schema";
import { Email, Username } from "../schema";

export const UserId = z.object({ id: z.string().regex(/^[\w-]{1,40}$/) });

const RoleChoice = z.enum(ROLES, "Choisissez un rôle.");

export const Invitation = z.strictObject({ username: Username, email: Email, role: RoleChoice });
export type Invitation = z.infer<typeof Invitation>;

/** `version`: the version that the change is based on. */
export const UserPatch = z.strictObject({
  role: RoleChoice,
  version: z.int().min(1).max(2_147_483_647).optional(),
});
export type UserPatch = z.infer<typeof UserPatch>;

/** INVITED and EXPIRED accounts have no password yet; INVITED has an active link. */
export const UserState = z.enum(["ACTIVE", "INVITED", "EXPIRED", "DISABLED"]);
export type UserState = z.infer<typeof UserState>;

export const StaffUser = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  username: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  state: UserState,
  hasSecondFactor: z.boolean(),
  lastLoginAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type StaffUser = z.infer<typeof StaffUser>;

export const StaffUserQuery = z.object({
  q: plain(100).overwrite(toAsciiDomain).optional(),
  page: wholeNumber(1, 1_000).default(1),
  pageSize: wholeNumber(1, 100).default(50),
});
export type StaffUserQuery = z.infer<typeof StaffUserQuery>;
