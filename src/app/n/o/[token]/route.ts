import type { NextRequest } from "next/server";
import { PRIVATE_HEADERS, readVisit, registerVisit } from "@/app/n/visit";
import { recordOpen } from "@/domain/campaigns/tracking/commands";
import { readOpenToken } from "@/domain/campaigns/tracking/links";
import { afterResponse } from "@/lib/http/after-response";

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

interface Context {
  params: Promise<{ token: string }>;
}

/** The picture of one pixel in a campaign: always there, counted when this shop has signed its address. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const messageId = readOpenToken((await params).token.replace(/\.gif$/, ""));
  if (messageId && (await registerVisit(request))) {
    const seen = readVisit(request);
    afterResponse(() => recordOpen(messageId, seen));
  }
  const headers = { ...PRIVATE_HEADERS, "content-type": "image/gif" };
  return new Response(new Uint8Array(PIXEL), { headers });
}
