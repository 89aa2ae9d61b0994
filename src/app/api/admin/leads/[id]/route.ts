import { z } from "zod";
import { captureLeadStages } from "@/app/api/capture-lead-stages";
import { deleteLead, updateLead } from "@/domain/messaging/lead-commands";
import { getLead } from "@/domain/messaging/leads/queries";
import { Lead, LeadParams, LeadPatch } from "@/domain/messaging/leads/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Get a customer's request",
  access: "messages.read",
  params: LeadParams,
  response: Lead,
  handle: ({ params }) => getLead(params.id),
});

export const PATCH = defineRoute({
  summary: "Change the status, the amount of the sale or the note of a customer's request",
  access: "messages.write",
  params: LeadParams,
  body: LeadPatch,
  response: Lead,
  handle: async ({ actor, params, body }) => {
    const saved = await updateLead(actor, params.id, body);
    captureLeadStages();
    return saved;
  },
});

export const DELETE = defineRoute({
  summary: "Delete a click on WhatsApp with its note",
  access: "messages.delete",
  params: LeadParams,
  response: z.null(),
  handle: ({ actor, params }) => deleteLead(actor, params.id),
});
