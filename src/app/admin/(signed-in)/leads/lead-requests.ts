import type { Lead, LeadPatch } from "@/domain/messaging/leads/schema";
import { api } from "@/lib/http/api-client";
import { withChangeEvent } from "../messages/message-requests";

const LEADS = "/api/admin/leads";

/** Also changes the message of the lead, so that the number of new messages may be another one. */
export function patchLead(id: string, body: LeadPatch): Promise<Lead> {
  return withChangeEvent(api<Lead>(`${LEADS}/${id}`, { method: "PATCH", body }));
}

export function deleteLead(id: string): Promise<unknown> {
  return api(`${LEADS}/${id}`, { method: "DELETE" });
}
