import type { Locale } from "@/lib/i18n/locale";
import { EmailButton, EmailLayout, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

interface Props {
  username: string;
  /** The label of the role in the admin. */
  role: string;
  days: number;
  secret: { link: string };
}

const WORDS = {
  fr: {
    subject: "Votre accès à la gestion du magasin",
    hello: "Bonjour,",
    body: (name: string, role: string) =>
      `Un compte «\u00a0${name}\u00a0» (${role}) vous attend pour gérer le site d'Equipement Ouarzazate.`,
    choose: (days: number) => `Choisissez votre mot de passe dans les ${days} jours\u00a0:`,
    action: "Choisir mon mot de passe",
    ignore: "Si vous n'attendiez rien, ne faites rien.",
  },
  ar: {
    subject: "حسابكم لإدارة المتجر",
    hello: "مرحبا،",
    body: (name: string, role: string) =>
      `ينتظركم حساب « ${name} » (${role}) لإدارة موقع Equipement Ouarzazate.`,
    choose: (days: number) => `اختاروا كلمة المرور خلال ${days} أيام:`,
    action: "اختيار كلمة المرور",
    ignore: "إذا لم تكونوا تنتظرون شيئا فلا تفعلوا شيئا.",
  },
} as const;

function Invitation({ locale, username, role, days, secret }: Props & { locale: Locale }) {
  const words = WORDS[locale];
  return (
    <EmailLayout locale={locale} preview={words.choose(days)} title={words.subject}>
      <EmailText>{words.hello}</EmailText>
      <EmailText>{words.body(username, role)}</EmailText>
      <EmailText>{words.choose(days)}</EmailText>
      <EmailButton href={secret.link}>{words.action}</EmailButton>
      <EmailText tone="soft">{words.ignore}</EmailText>
    </EmailLayout>
  );
}

export const invitation: MailTemplate<Props> = {
  component: Invitation,
  subject: ({ locale }) => WORDS[locale].subject,
};
