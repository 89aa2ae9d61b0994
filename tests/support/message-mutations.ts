import { randomUUID } from "node:crypto";
import { buildLead } from "./leads";
import { buildCannedReply, buildMessage } from "./messages";
import type { MutationExample } from "./mutation-example";

const buildMessageParams = async () => ({ params: { id: (await buildMessage()).id } });

export const MESSAGE_MUTATIONS: Record<string, MutationExample> = {
  "PATCH /api/admin/leads/{id}": async () => ({
    params: { id: (await buildLead()).id },
    body: { version: 1, status: "SOLD", amount: "1 250,50" },
  }),
  "DELETE /api/admin/leads/{id}": async () => ({ params: { id: (await buildLead()).id } }),
  "PATCH /api/admin/messages/{id}": async () => ({
    ...(await buildMessageParams()),
    body: { version: 1, status: "READ" },
  }),
  "DELETE /api/admin/messages/{id}": buildMessageParams,
  "POST /api/admin/messages/{id}/replies": async () => ({
    ...(await buildMessageParams()),
    body: { version: 1, body: "Bonjour, oui." },
  }),
  "POST /api/admin/messages/{id}/notes": async () => ({
    ...(await buildMessageParams()),
    body: { body: "Il rappelle demain." },
  }),
  "POST /api/admin/messages/bulk": async () => ({
    body: { selection: { ids: [(await buildMessage()).id] }, action: "archive" },
  }),
  "POST /api/admin/canned-replies": async () => ({
    body: { title: `Livraison ${randomUUID()}`, body: "Oui.", locale: "FR" },
  }),
  "PATCH /api/admin/canned-replies/{id}": async () => ({
    params: { id: (await buildCannedReply()).id },
    body: { version: 1, body: "Non." },
  }),
  "DELETE /api/admin/canned-replies/{id}": async () => ({
    params: { id: (await buildCannedReply()).id },
  }),
};
