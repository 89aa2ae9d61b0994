import type { ReactNode } from "react";
import { buildWhatsappLink } from "@/domain/settings/rules";
import { WhatsAppIcon } from "@/ui/icons/whatsapp-icon";

interface Props {
  /** In the form of the setting `whatsapp`. */
  number: string;
  /** The beginning of the customer's message. */
  message: string;
  children: ReactNode;
}

export function WhatsAppLink({ number, message, children }: Props) {
  return (
    <a href={buildWhatsappLink(number, message)} className="button" data-variant="whatsapp">
      <WhatsAppIcon />
      {children}
    </a>
  );
}
