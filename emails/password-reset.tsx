import type { Locale } from "@/lib/i18n/locale";
import { EmailButton, EmailLayout, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

interface Props {
  username: string;
  secret: { link: string };
}

const WORDS = {
  fr: {
    subject: "Votre nouveau mot de passe",
    hello: (name: string) => `Bonjour ${name},`,
    body: "Pour choisir un nouveau mot de passe, ouvrez ce lien dans l'heure\u00a0:",
    action: "Choisir un mot de passe",
    ignore: "Si vous n'avez rien demandé, ne faites rien\u00a0: votre mot de passe reste le même.",
  },
  ar: {
    subject: "كلمة المرور الجديدة",
    hello: (name: string) => `مرحبا ${name}،`,
    body: "لاختيار كلمة مرور جديدة، افتحوا هذا الرابط خلال ساعة:",
    action: "اختيار كلمة المرور",
    ignore: "إذا لم تطلبوا شيئا فلا تفعلوا شيئا: تبقى كلمة مروركم كما هي.",
  },
} as const;

function PasswordReset({ locale, username, secret }: Props & { locale: Locale }) {
  const words = WORDS[locale];
  return (
    <EmailLayout locale={locale} preview={words.body} title={words.subject}>
      <EmailText>{words.hello(username)}</EmailText>
      <EmailText>{words.body}</EmailText>
      <EmailButton href={secret.link}>{words.action}</EmailButton>
      <EmailText tone="soft">{words.ignore}</EmailText>
    </EmailLayout>
  );
}

export const passwordReset: MailTemplate<Props> = {
  component: PasswordReset,
  subject: ({ locale }) => WORDS[locale].subject,
};
