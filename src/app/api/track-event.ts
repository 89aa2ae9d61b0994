import { enqueueEvent, type NewEvent, waitForWrite } from "@/domain/analytics/buffer-commands";
import { readClient } from "@/domain/analytics/client";
import { parsePagePath } from "@/domain/analytics/received/page-path";
import { afterResponse } from "@/lib/http/after-response";

/** Counts events of the client of a request, unless it is a bot, a member of staff, or a visitor who refuses. Never fails. */
export function trackEvents(headers: Headers, address: string, events: readonly NewEvent[]): void {
  const client = readClient(headers, address);
  if (!client) return;
  for (const event of events) enqueueEvent(client, event);
  // A serverless host may freeze the process after the response, and our own server ends on SIGTERM.
  afterResponse(waitForWrite);
}

/** The page and language of the page that sent a form. */
export function readRefererPlace(headers: Headers): Pick<NewEvent, "page" | "locale"> {
  const referer = headers.get("referer") ?? "";
  if (!URL.canParse(referer)) return {};
  const { page, locale } = parsePagePath(new URL(referer).pathname);
  return { page, locale };
}
