import { z } from "zod";
import { createCannedReply } from "@/domain/messaging/canned-replies/commands";
import { listCannedReplies } from "@/domain/messaging/canned-replies/queries";
import { CannedReply, CannedReplyInput } from "@/domain/messaging/canned-replies/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "List the canned replies",
  access: "messages.read",
  response: z.array(CannedReply),
  handle: () => listCannedReplies(),
});

export const POST = defineRoute({
  summary: "Create a canned reply",
  access: "messages.write",
  body: CannedReplyInput,
  response: CannedReply,
  status: 201,
  handle: ({ actor, body }) => createCannedReply(actor, body),
});
