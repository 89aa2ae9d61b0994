import type { NextRequest } from "next/server";
import { PRIVATE_HEADERS, readVisit, registerVisit } from "@/app/n/visit";
import { recordOpen } from "@/domain/campaigns/tracking/commands";
import { readOpenToken } from "@/domain/campaigns/tracking/links";
import { afterResponse } from "@/lib/http/after-response";

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

interface Context {
  params: Promise<{ token: string }>;
}

/** The tracking pixel of a campaign. Always returns the image; records the request where the token is valid. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const messageId = readOpenToken((await params).token.replace(/\.gif$/, ""));
  if (messageId && (await registerVisit(request))) {
    const visit = readVisit(request);
    afterResponse(() => recordOpen(messageId, visit));
  }
  const headers = { ...PRIVATE_HEADERS, "content-type": "image/gif" };
  return new Response(new Uint8Array(PIXEL), { headers });
}
