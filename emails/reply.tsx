import { SHOP_TIME_ZONE } from "@/lib/format/time-zone";
import type { Locale } from "@/lib/i18n/locale";
import { truncate } from "@/lib/input/text";
import { EmailLayout, EmailQuote, EmailRule, EmailText } from "./_layout";
import type { MailTemplate } from "./_template";

interface Props {
  subject: string;
  /** Plain text. */
  body: string;
  original: { name: string; message: string; receivedAt: string };
}

const WORDS = {
  fr: {
    title: "Réponse à votre message",
    wrote: (name: string, date: string) => `Le ${date}, ${name} a écrit :`,
  },
  ar: {
    title: "جواب على رسالتكم",
    wrote: (name: string, date: string) => `في ${date} كتب ${name}:`,
  },
} as const;

const DATES = {
  fr: dateFormat("fr-FR"),
  ar: dateFormat("ar-MA-u-nu-latn"),
};

function dateFormat(tag: string) {
  return new Intl.DateTimeFormat(tag, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: SHOP_TIME_ZONE,
  });
}

function Reply({ locale, body, original }: Props & { locale: Locale }) {
  const words = WORDS[locale];
  const date = DATES[locale].format(new Date(original.receivedAt));
  return (
    <EmailLayout locale={locale} preview={truncate(body, 140)} title={words.title}>
      {body.split(/\r?\n\s*\n/).map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
        <EmailText key={at}>
          <Lines text={paragraph} />
        </EmailText>
      ))}
      <EmailRule />
      <EmailText tone="soft">{words.wrote(original.name, date)}</EmailText>
      <EmailQuote>{original.message}</EmailQuote>
    </EmailLayout>
  );
}

function Lines({ text }: { text: string }) {
  return text.split(/\r?\n/).map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
    <span key={at}>
      {at > 0 && <br />}
      {line}
    </span>
  ));
}

export const reply: MailTemplate<Props> = {
  component: Reply,
  subject: ({ subject }) => subject,
};
