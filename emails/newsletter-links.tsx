import type { Locale } from "@/lib/i18n/locale";
import { EmailButton, EmailLayout, EmailLink, EmailText } from "./_layout";
import { buildOneClickHeaders } from "./_one-click";
import type { MailTemplate } from "./_template";

interface Props {
  secret: { preferences: string; unsubscribe: string; oneClick: string };
}

const WORDS = {
  fr: {
    subject: "Votre nouveau lien pour la newsletter",
    hello: "Bonjour,",
    body: "Vous avez demandé un nouveau lien. Il vous permet d'arrêter la newsletter, de changer sa langue, ou de voir et d'effacer ce que nous gardons de vous.",
    action: "Mes préférences",
    stop: "Vous voulez seulement arrêter la newsletter ?",
    unsubscribe: "Se désinscrire",
    ignore: "Si vous n'avez rien demandé, ne faites rien : votre inscription ne change pas.",
  },
  ar: {
    subject: "رابطكم الجديد للنشرة البريدية",
    hello: "مرحبا،",
    body: "طلبتم رابطا جديدا. يمكنكم بواسطته إيقاف النشرة البريدية أو تغيير لغتها، والاطلاع على ما نحتفظ به عنكم أو محوه.",
    action: "تفضيلاتي",
    stop: "تريدون إيقاف النشرة فقط؟",
    unsubscribe: "إلغاء الاشتراك",
    ignore: "إذا لم تطلبوا شيئا فلا تفعلوا شيئا: لن يتغير اشتراككم.",
  },
} as const;

function NewsletterLinks({ locale, secret }: Props & { locale: Locale }) {
  const words = WORDS[locale];
  return (
    <EmailLayout locale={locale} preview={words.body} title={words.subject}>
      <EmailText>{words.hello}</EmailText>
      <EmailText>{words.body}</EmailText>
      <EmailButton href={secret.preferences}>{words.action}</EmailButton>
      <EmailText>
        {words.stop} <EmailLink href={secret.unsubscribe}>{words.unsubscribe}</EmailLink>
      </EmailText>
      <EmailText tone="soft">{words.ignore}</EmailText>
    </EmailLayout>
  );
}

export const newsletterLinks: MailTemplate<Props> = {
  component: NewsletterLinks,
  subject: ({ locale }) => WORDS[locale].subject,
  headers: ({ secret }) => buildOneClickHeaders(secret.oneClick),
};
