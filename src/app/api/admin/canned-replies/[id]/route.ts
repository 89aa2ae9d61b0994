import { z } from "zod";
import { deleteCannedReply, updateCannedReply } from "@/domain/messaging/canned-replies/commands";
import { CannedReply, CannedReplyPatch } from "@/domain/messaging/canned-replies/schema";
import { MessageParams } from "@/domain/messaging/inbox/schema";
import { defineRoute } from "@/lib/http/define-route";

export const PATCH = defineRoute({
  summary: "Edit a canned reply",
  access: "messages.write",
  params: MessageParams,
  body: CannedReplyPatch,
  response: CannedReply,
  handle: ({ actor, params, body }) => updateCannedReply(actor, params.id, body),
});

export const DELETE = defineRoute({
  summary: "Delete a canned reply",
  access: "messages.write",
  params: MessageParams,
  response: z.null(),
  handle: ({ actor, params }) => deleteCannedReply(actor, params.id),
});
