import { z } from "zod";
import { deleteSubscriber } from "@/domain/newsletter/subscribers/commands";
import { SubscriberDeletion, SubscriberId } from "@/domain/newsletter/subscribers/schema";
import { defineRoute } from "@/lib/http/define-route";

export const DELETE = defineRoute({
  summary: "Erase a subscriber, and optionally suppress the address",
  access: "newsletter.write",
  params: SubscriberId,
  body: SubscriberDeletion,
  response: z.null(),
  handle: async ({ actor, params, body }) => {
    await deleteSubscriber(actor, params.id, body);
    return null;
  },
});
