import { enableUser } from "@/domain/staff/users/commands";
import { StaffUser, UserId } from "@/domain/staff/users/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Enable a disabled user",
  access: "users.manage",
  params: UserId,
  response: StaffUser,
  handle: ({ actor, params }) => enableUser(actor, params.id),
});
