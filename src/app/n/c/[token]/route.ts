import type { NextRequest } from "next/server";
import { isCounted, orNull, PRIVATE, seenIn } from "@/app/n/visit";
import { findFollowedLink, recordClick } from "@/domain/campaigns/tracking/commands";
import { readClick } from "@/domain/campaigns/tracking/links";
import { appUrl } from "@/lib/env";
import { afterResponse } from "@/lib/http/after-response";

interface Context {
  params: Promise<{ token: string }>;
}

/** A link of a campaign. Where it leads stands in the database; whatever this shop has not signed leads home. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const click = readClick((await params).token);
  const link = click && (await orNull(findFollowedLink(click.messageId, click.position)));
  if (link && (await isCounted(request))) {
    const seen = seenIn(request);
    afterResponse(() => recordClick(link, seen));
  }
  const location = link?.url ?? `${appUrl}/`;
  return new Response(null, { status: 302, headers: { ...PRIVATE, location } });
}

export const HEAD = GET;
