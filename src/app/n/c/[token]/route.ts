import type { NextRequest } from "next/server";
import { orNull, PRIVATE_HEADERS, readVisit, registerVisit } from "@/app/n/visit";
import {
  findTrackedLink,
  recordClick,
  type TrackedLink,
} from "@/domain/campaigns/tracking/commands";
import { readClickToken, withCampaign } from "@/domain/campaigns/tracking/links";
import { findVisitor } from "@/domain/consent/cookies";
import { linkVisitorOfClick } from "@/domain/newsletter/subscription/visitor-commands";
import { appUrl } from "@/lib/env";
import { afterResponse } from "@/lib/http/after-response";

interface Context {
  params: Promise<{ token: string }>;
}

/** A tracked link of a campaign. Redirects to its target in the database, or to the home page for an invalid token. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const click = readClickToken((await params).token);
  const link = click && (await orNull(findTrackedLink(click.messageId, click.position)));
  if (link && (await registerVisit(request))) {
    const visit = readVisit(request);
    const visitor = findVisitor(request.headers, "newsletter");
    afterResponse(async () => {
      await recordClick(link, visit);
      if (visitor && link.subscriberId && !link.isTrap) {
        await linkVisitorOfClick(link.subscriberId, visitor.personId);
      }
    });
  }
  const location = link ? getTarget(link) : `${appUrl}/`;
  return new Response(null, { status: 302, headers: { ...PRIVATE_HEADERS, location } });
}

function getTarget({ url, campaignId, isTrap }: TrackedLink): string {
  return isTrap || !URL.canParse(url) ? url : withCampaign(url, campaignId);
}

export const HEAD = GET;
