import { disableUser } from "@/domain/staff/users/commands";
import { StaffUser, UserId } from "@/domain/staff/users/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Take a member of staff's access away; their sessions end",
  access: "users.manage",
  params: UserId,
  response: StaffUser,
  handle: ({ actor, params }) => disableUser(actor, params.id),
});
