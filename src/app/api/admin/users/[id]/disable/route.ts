import { disableUser } from "@/domain/staff/users/commands";
import { StaffUser, UserId } from "@/domain/staff/users/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Disable a user and end their sessions",
  access: "users.manage",
  params: UserId,
  response: StaffUser,
  handle: ({ actor, params }) => disableUser(actor, params.id),
});
