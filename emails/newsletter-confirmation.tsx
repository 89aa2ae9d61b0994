import type { Locale } from "@/lib/i18n/locale";
import { EmailButton, EmailLayout, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

interface Props {
  hours: number;
  secret: { link: string };
}

const WORDS = {
  fr: {
    subject: "Confirmez votre inscription à la newsletter",
    hello: "Bonjour,",
    body: "Cette adresse a été donnée pour recevoir la newsletter du magasin. Confirmez que c'est bien vous :",
    action: "Confirmer mon inscription",
    until: (hours: number) => `Le lien est valable ${hours} heures et sert une seule fois.`,
    ignore:
      "Si vous n'avez rien demandé, ne faites rien : sans confirmation, vous ne recevrez rien.",
  },
  ar: {
    subject: "أكّدوا اشتراككم في النشرة البريدية",
    hello: "مرحبا،",
    body: "أُعطي هذا العنوان لتلقي النشرة البريدية للمتجر. أكّدوا أنكم أنتم من طلب ذلك:",
    action: "تأكيد الاشتراك",
    until: (hours: number) => `الرابط صالح لمدة ${hours} ساعة ويُستعمل مرة واحدة.`,
    ignore: "إذا لم تطلبوا شيئا فلا تفعلوا شيئا: بدون تأكيد لن يصلكم أي شيء.",
  },
} as const;

function NewsletterConfirmation({ locale, hours, secret }: Props & { locale: Locale }) {
  const words = WORDS[locale];
  return (
    <EmailLayout locale={locale} preview={words.body} title={words.subject}>
      <EmailText>{words.hello}</EmailText>
      <EmailText>{words.body}</EmailText>
      <EmailButton href={secret.link}>{words.action}</EmailButton>
      <EmailText tone="soft">{words.until(hours)}</EmailText>
      <EmailText tone="soft">{words.ignore}</EmailText>
    </EmailLayout>
  );
}

export const newsletterConfirmation: MailTemplate<Props> = {
  component: NewsletterConfirmation,
  subject: ({ locale }) => WORDS[locale].subject,
};
