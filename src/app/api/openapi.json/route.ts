import { z } from "zod";
import { PUBLIC_READS } from "@/app/api/limits";
import { describePublicApi, describeWholeApi } from "@/app/api/openapi";
import { validateSession } from "@/lib/auth/lucia";
import { defineRoute } from "@/lib/http/define-route";

let publicDocument: string | undefined;
let wholeDocument: string | undefined;

/** Without the envelope, as OpenAPI tools expect. */
export const GET = defineRoute({
  summary:
    "The OpenAPI document: of the public routes, or of all routes for a signed-in member of staff",
  access: "public",
  limit: PUBLIC_READS,
  response: z.unknown(),
  handle: async ({ token }) => {
    const isStaff = (await validateSession(token)) !== null;
    publicDocument ??= JSON.stringify(describePublicApi());
    if (isStaff) wholeDocument ??= JSON.stringify(describeWholeApi());
    return new Response(isStaff ? wholeDocument : publicDocument, {
      headers: { "content-type": "application/json", "cache-control": "private, no-cache" },
    });
  },
});
