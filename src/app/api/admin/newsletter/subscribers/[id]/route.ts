import { z } from "zod";
import { deleteSubscriber } from "@/domain/newsletter/staff-commands";
import { SubscriberDeletion, SubscriberId } from "@/domain/newsletter/staff-schema";
import { defineRoute } from "@/lib/http/define-route";

export const DELETE = defineRoute({
  summary: "Erase a subscriber, and say whether the address may ever come back",
  access: "newsletter.write",
  params: SubscriberId,
  body: SubscriberDeletion,
  answers: z.null(),
  handle: async ({ actor, params, body }) => {
    await deleteSubscriber(actor, params.id, body);
    return null;
  },
});
