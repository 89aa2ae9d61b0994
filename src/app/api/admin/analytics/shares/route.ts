import { z } from "zod";
import { createShare } from "@/domain/analytics/shares/commands";
import { listShares } from "@/domain/analytics/shares/queries";
import { NewShare, Share, ShareInput } from "@/domain/analytics/shares/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "List the open links to figures",
  access: "analytics.write",
  response: z.array(Share),
  handle: () => listShares(),
});

export const POST = defineRoute({
  summary: "Create a link that shows figures without an account for some days",
  access: "analytics.write",
  body: ShareInput,
  response: NewShare,
  status: 201,
  isSecret: true,
  handle: ({ actor, body }) => createShare(actor, body),
});
