import { resetSecondFactor } from "@/domain/staff/users/commands";
import { StaffUser, UserId } from "@/domain/staff/users/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Remove the second factor of a user who lost it and end their sessions",
  access: "users.manage",
  params: UserId,
  response: StaffUser,
  handle: ({ actor, params }) => resetSecondFactor(actor, params.id),
});
