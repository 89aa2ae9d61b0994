import { resetSecondFactor } from "@/domain/staff/users/commands";
import { StaffUser, UserId } from "@/domain/staff/users/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Remove the second factor of somebody who lost it; their sessions end",
  access: "users.manage",
  params: UserId,
  response: StaffUser,
  handle: ({ actor, params }) => resetSecondFactor(actor, params.id),
});
