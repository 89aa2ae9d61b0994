import type { Locale } from "@/lib/i18n/locale";
import { EmailButton, EmailLayout, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

interface Props {
  subject: string;
  reason: string;
  sent: number;
  toSend: number;
  url: string;
}

/** For staff, whose language is French. */
function CampaignPaused({ subject, reason, sent, toSend, url }: Props & { locale: Locale }) {
  return (
    <EmailLayout locale="fr" preview={reason} title="Une campagne s'est arrêtée">
      <EmailText>
        {toSend === 0
          ? `La campagne « ${subject} » n'est pas partie.`
          : `La campagne « ${subject} » s'est mise en pause après ${sent} messages sur ${toSend}.`}
      </EmailText>
      <EmailText>{reason}</EmailText>
      <EmailButton href={url}>Voir la campagne</EmailButton>
      <EmailText tone="soft">
        Personne d'autre ne la reçoit tant que vous ne l'avez pas reprise.
      </EmailText>
    </EmailLayout>
  );
}

export const campaignPaused: MailTemplate<Props> = {
  component: CampaignPaused,
  subject: ({ subject }) => `Campagne en pause : ${subject}`,
};
