import { wakeOutbox } from "@/app/api/wake-outbox";
import { inviteUser } from "@/domain/staff/users/invitation-commands";
import { listUsers } from "@/domain/staff/users/queries";
import { Invitation, StaffUser, StaffUserQuery } from "@/domain/staff/users/schema";
import { defineRoute } from "@/lib/http/define-route";
import { ListResponse } from "@/lib/http/respond";

export const GET = defineRoute({
  summary: "List the staff",
  access: "users.manage",
  query: StaffUserQuery,
  response: StaffUser,
  isList: true,
  handle: async ({ query }) => {
    const { items, pagination } = await listUsers(query);
    return new ListResponse(items, pagination);
  },
});

export const POST = defineRoute({
  summary: "Invite a user by mail; the link is valid for seven days",
  access: "users.manage",
  status: 201,
  body: Invitation,
  response: StaffUser,
  handle: async ({ actor, body }) => {
    const user = await inviteUser(actor, body);
    wakeOutbox();
    return user;
  },
});
