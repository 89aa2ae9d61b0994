import { z } from "zod";
import { PUBLIC_READS } from "@/app/api/limits";
import { describePublicApi, describeWholeApi } from "@/app/api/openapi";
import { isSignedIn } from "@/lib/auth/actor";
import { defineRoute } from "@/lib/http/define-route";

let publicDocument: string | undefined;
let wholeDocument: string | undefined;

/** The bare document, as tools that read OpenAPI expect it: no envelope. */
export const GET = defineRoute({
  summary: "The OpenAPI document: of the public routes, or of all for who is signed in",
  access: "public",
  limit: PUBLIC_READS,
  answers: z.unknown(),
  handle: async ({ token }) => {
    const isStaff = await isSignedIn(token);
    publicDocument ??= JSON.stringify(describePublicApi());
    if (isStaff) wholeDocument ??= JSON.stringify(describeWholeApi());
    return new Response(isStaff ? wholeDocument : publicDocument, {
      headers: { "content-type": "application/json", "cache-control": "private, no-cache" },
    });
  },
});
