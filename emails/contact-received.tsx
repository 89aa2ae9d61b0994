import { getDictionary } from "@/content/dictionary";
import { fill } from "@/lib/i18n/fill";
import type { Locale } from "@/lib/i18n/locale";
import { EmailButton, EmailLayout, EmailLink, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

type Weekday = keyof ReturnType<typeof getDictionary>["hours"]["days"];

interface Props {
  /** "EO-1001" */
  reference: string;
  product: { name: string; url: string } | null;
  /** The shop's opening state when the message arrived; `until` is the next closing or opening time. */
  opens: { isOpen: boolean; until: string | null; inDays: number; weekday: Weekday | null };
  phone: string | null;
  whatsapp: string;
}

const WORDS = {
  fr: {
    subject: "Nous avons reçu votre message",
    hello: "Bonjour,",
    body: "Votre message est bien arrivé au magasin. Sa référence est {reference}.",
    about: "Il concerne :",
    open: "Le magasin est ouvert jusqu'à {time} : nous vous répondons dès que possible, par e-mail ou par téléphone.",
    closed:
      "Le magasin est fermé pour l'instant. Il {opens} : nous vous répondrons à partir de là.",
    soon: "Nous vous répondons aux heures d'ouverture du magasin.",
    more: "Une photo ou des mesures à ajouter ? Le plus simple est WhatsApp.",
    whatsapp: "Écrire sur WhatsApp",
    call: "Ou appelez-nous :",
    ignore: "Si vous ne nous avez pas écrit, ne faites rien : quelqu'un s'est trompé d'adresse.",
  },
  ar: {
    subject: "توصلنا برسالتكم",
    hello: "السلام عليكم،",
    body: "وصلت رسالتكم إلى المتجر. مرجعها {reference}.",
    about: "وهي تخص:",
    open: "المتجر مفتوح إلى غاية {time}: نجيبكم في أقرب وقت، بالبريد الإلكتروني أو بالهاتف.",
    closed: "المتجر مغلق الآن. {opens}: سنجيبكم ابتداءً من ذلك الوقت.",
    soon: "نجيبكم خلال أوقات عمل المتجر.",
    more: "هل لديكم صورة أو قياسات تودّون إضافتها؟ الأسهل هو واتساب.",
    whatsapp: "المراسلة على واتساب",
    call: "أو اتصلوا بنا:",
    ignore: "إذا لم تراسلونا فلا تفعلوا شيئًا: لقد أخطأ أحدهم في العنوان.",
  },
} as const;

function ContactReceived({
  locale,
  reference,
  product,
  phone,
  ...rest
}: Props & { locale: Locale }) {
  const words = WORDS[locale];
  const body = fill(words.body, { reference });
  return (
    <EmailLayout locale={locale} preview={body} title={words.subject}>
      <EmailText>{words.hello}</EmailText>
      <EmailText>{body}</EmailText>
      {product && (
        <EmailText>
          {words.about} <EmailLink href={product.url}>{product.name}</EmailLink>
        </EmailText>
      )}
      <EmailText>{answerTime(rest.opens, locale)}</EmailText>
      <EmailText>{words.more}</EmailText>
      <EmailButton href={rest.whatsapp}>{words.whatsapp}</EmailButton>
      {phone && (
        <EmailText>
          {words.call} <span dir="ltr">{phone}</span>
        </EmailText>
      )}
      <EmailText tone="soft">{words.ignore}</EmailText>
    </EmailLayout>
  );
}

function answerTime({ isOpen, until, inDays, weekday }: Props["opens"], locale: Locale): string {
  const words = WORDS[locale];
  const { hours } = getDictionary(locale);
  if (until === null) return words.soon;
  if (isOpen) return fill(words.open, { time: until });
  const later = inDays === 1 ? hours.opensTomorrow : hours.opensOn;
  const opens = fill(inDays === 0 ? hours.opensAt : later, {
    time: until,
    day: weekday ? hours.days[weekday] : "",
  });
  return fill(words.closed, { opens });
}

export const contactReceived: MailTemplate<Props> = {
  component: ContactReceived,
  subject: ({ locale, reference }) => `${WORDS[locale].subject} [${reference}]`,
};
