import type { Locale } from "@/lib/i18n/locale";
import { EmailButton, EmailLayout, EmailLink, EmailText } from "./_layout";
import { buildOneClickHeaders } from "./_one-click";
import type { MailTemplate } from "./_template";

interface Props {
  secret: { preferences: string; unsubscribe: string; oneClick: string };
}

const WORDS = {
  fr: {
    subject: "Votre inscription est confirmée",
    hello: "Bonjour,",
    body: "Votre inscription à la newsletter d'Equipement Ouarzazate est confirmée. Vous recevrez une à deux fois par mois les arrivages, les offres et les conseils du magasin.",
    choose:
      "La langue se change à tout moment ; vous pouvez aussi voir ou effacer ce que nous gardons de vous.",
    action: "Mes préférences",
    why: "Vous recevez cet e-mail parce que vous avez confirmé votre inscription.",
    unsubscribe: "Se désinscrire",
  },
  ar: {
    subject: "تم تأكيد اشتراككم",
    hello: "مرحبا،",
    body: "تم تأكيد اشتراككم في النشرة البريدية لـ Equipement Ouarzazate. ستتوصلون مرة أو مرتين في الشهر بالجديد والعروض ونصائح المتجر.",
    choose: "يمكنكم تغيير اللغة في أي وقت، والاطلاع على ما نحتفظ به عنكم أو محوه.",
    action: "تفضيلاتي",
    why: "تصلكم هذه الرسالة لأنكم أكدتم اشتراككم.",
    unsubscribe: "إلغاء الاشتراك",
  },
} as const;

function NewsletterWelcome({ locale, secret }: Props & { locale: Locale }) {
  const words = WORDS[locale];
  const footer = (
    <EmailText tone="soft">
      {words.why} <EmailLink href={secret.unsubscribe}>{words.unsubscribe}</EmailLink>
    </EmailText>
  );
  return (
    <EmailLayout locale={locale} preview={words.body} title={words.subject} footer={footer}>
      <EmailText>{words.hello}</EmailText>
      <EmailText>{words.body}</EmailText>
      <EmailText>{words.choose}</EmailText>
      <EmailButton href={secret.preferences}>{words.action}</EmailButton>
    </EmailLayout>
  );
}

export const newsletterWelcome: MailTemplate<Props> = {
  component: NewsletterWelcome,
  subject: ({ locale }) => WORDS[locale].subject,
  headers: ({ secret }) => buildOneClickHeaders(secret.oneClick),
};
