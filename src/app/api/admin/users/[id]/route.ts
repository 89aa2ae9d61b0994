import { z } from "zod";
import { changeRole, deleteUser } from "@/domain/staff/users/commands";
import { StaffUser, UserId, UserPatch } from "@/domain/staff/users/schema";
import { defineRoute } from "@/lib/http/define-route";

export const PATCH = defineRoute({
  summary: "Change a user's role and end their sessions",
  access: "users.manage",
  params: UserId,
  body: UserPatch,
  response: StaffUser,
  handle: async ({ actor, params, body }) => changeRole(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete an account that was never used; 409 for any other",
  access: "users.manage",
  params: UserId,
  response: z.null(),
  handle: ({ actor, params }) => deleteUser(actor, params.id),
});
