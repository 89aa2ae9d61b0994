import type { ReactNode } from "react";
import { buildClickPath } from "@/domain/messaging/leads/click-link";
import { WhatsAppIcon } from "@/ui/icons/whatsapp-icon";

type Props = Parameters<typeof buildClickPath>[0] & { children: ReactNode };

/** The button that opens a chat with the shop, the message written already. */
export function WhatsAppLink({ children, ...click }: Props) {
  return (
    <a href={buildClickPath(click)} rel="nofollow" className="button" data-variant="whatsapp">
      <WhatsAppIcon />
      {children}
    </a>
  );
}
