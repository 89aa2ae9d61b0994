import { wakeOutbox } from "@/app/api/wake-outbox";
import { resendInvitation } from "@/domain/staff/users/invitation-commands";
import { StaffUser, UserId } from "@/domain/staff/users/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Send an invitation again and revoke the earlier link",
  access: "users.manage",
  params: UserId,
  response: StaffUser,
  handle: async ({ actor, params }) => {
    const user = await resendInvitation(actor, params.id);
    wakeOutbox();
    return user;
  },
});
