import { randomInt, randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { GET } from "@/app/w/[code]/route";
import { createLeadReference } from "@/domain/messaging/leads/lead-reference";
import type { Prisma } from "@/generated/prisma/client";
import { db } from "@/lib/db";
import { buildMessage } from "./messages";
import { forwardedFor, newIpAddress } from "./sign-in";

/** Creates a new click on WhatsApp by default. */
export function buildLead(fields: Partial<Prisma.LeadUncheckedCreateInput> = {}) {
  return db.lead.create({
    data: {
      kind: "WHATSAPP",
      reference: createLeadReference(randomInt, 6),
      page: "contact",
      visitorHash: randomUUID(),
      sessionId: randomUUID(),
      ...fields,
    },
  });
}

/** Creates a message with its lead. */
export async function buildMessageLead(fields: Parameters<typeof buildMessage>[0] = {}) {
  const message = await buildMessage(fields);
  const lead = await buildLead({
    kind: "MESSAGE",
    reference: `EO-${message.reference}`,
    messageId: message.id,
    isSpam: message.isSpam,
  });
  return { message, lead };
}

export const CHROME =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";

interface Click {
  headers?: Record<string, string>;
  method?: string;
}

/** Follows a link such as "/w/product?p=lavabo" as a browser does, from a new IP address by default. */
export async function followLink(path: string, { headers = {}, method = "GET" }: Click = {}) {
  const url = new URL(path, "http://shop.test");
  const request = new NextRequest(url, {
    method,
    headers: {
      "user-agent": CHROME,
      host: "shop.test",
      "sec-fetch-dest": "document",
      ...forwardedFor(newIpAddress()),
      ...headers,
    },
  });
  const code = url.pathname.split("/")[2] ?? "";
  const response = await GET(request, { params: Promise.resolve({ code }) });
  const location = new URL(response.headers.get("location") ?? "");
  const text = location.searchParams.get("text") ?? "";
  const reference = /W-[0-9A-Z]+/.exec(text)?.[0] ?? null;
  return { response, location, text, reference };
}
