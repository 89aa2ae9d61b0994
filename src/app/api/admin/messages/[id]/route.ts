import { z } from "zod";
import { captureLeadStages } from "@/app/api/capture-lead-stages";
import { deleteMessage, updateMessage } from "@/domain/messaging/inbox/commands";
import { MessageParams, MessagePatch, MessageState, Thread } from "@/domain/messaging/inbox/schema";
import { findThread } from "@/domain/messaging/inbox/thread-queries";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary:
    "Get a message with its replies, notes and the customer's other messages; does not mark it as read",
  access: "messages.read",
  params: MessageParams,
  response: Thread,
  handle: async ({ params }) => {
    const thread = await findThread(params.id);
    if (!thread) throw new AppError("NOT_FOUND");
    return thread;
  },
});

export const PATCH = defineRoute({
  summary: "Change the status, the hold, the spam mark or the assignee of a message",
  access: "messages.write",
  params: MessageParams,
  body: MessagePatch,
  response: MessageState,
  handle: async ({ actor, params, body }) => {
    const saved = await updateMessage(actor, params.id, body);
    captureLeadStages();
    return saved;
  },
});

export const DELETE = defineRoute({
  summary: "Delete a message with its replies, notes and mails",
  access: "messages.delete",
  params: MessageParams,
  response: z.null(),
  handle: ({ actor, params }) => deleteMessage(actor, params.id),
});
