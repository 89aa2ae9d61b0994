import { resetSecondFactor } from "@/domain/staff/user-commands";
import { StaffUser, UserId } from "@/domain/staff/user-schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Remove the second factor of somebody who lost it; their sessions end",
  access: "users.manage",
  params: UserId,
  answers: StaffUser,
  handle: ({ actor, params }) => resetSecondFactor(actor, params.id),
});
