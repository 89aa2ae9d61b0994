import { countLateLeads } from "@/domain/messaging/leads/queries";
import { countNewMessages } from "@/domain/messaging/queries";
import { StatCard } from "./stat-card";

/** Cards of a list: what customers wait for. Without anything to answer it shows none. */
export async function LeadsToAnswer() {
  const [leads, messages] = await Promise.all([countLateLeads(), countNewMessages()]);
  return (
    <>
      {leads > 0 && (
        <StatCard
          one="demande WhatsApp à suivre"
          other="demandes WhatsApp à suivre"
          count={leads}
          href="/admin/leads?kind=WHATSAPP&late=1"
          needsAction
        />
      )}
      {messages > 0 && (
        <StatCard
          one="nouveau message"
          other="nouveaux messages"
          count={messages}
          href="/admin/messages"
          needsAction
        />
      )}
    </>
  );
}
