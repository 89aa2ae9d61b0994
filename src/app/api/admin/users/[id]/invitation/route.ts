import { wakeOutbox } from "@/app/api/wake-outbox";
import { inviteAgain } from "@/domain/staff/users/invitation-commands";
import { StaffUser, UserId } from "@/domain/staff/users/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Send an invitation again; the earlier link dies",
  access: "users.manage",
  params: UserId,
  answers: StaffUser,
  handle: async ({ actor, params }) => {
    const user = await inviteAgain(actor, params.id);
    wakeOutbox();
    return user;
  },
});
