import { countLateLeads } from "@/domain/messaging/leads/queries";
import { countNewMessages } from "@/domain/messaging/queries";
import type { Stat } from "./stat-cards";

/** What customers wait for. */
export async function countRequests(): Promise<Stat[]> {
  const [leads, messages] = await Promise.all([countLateLeads(), countNewMessages()]);
  return [
    {
      one: "demande WhatsApp à suivre",
      other: "demandes WhatsApp à suivre",
      count: leads,
      href: "/admin/leads?kind=WHATSAPP&late=1",
    },
    {
      one: "nouveau message",
      other: "nouveaux messages",
      count: messages,
      href: "/admin/messages",
    },
  ];
}
