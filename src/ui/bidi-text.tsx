import { Fragment, type ReactNode } from "react";
import { hasRightToLeft, splitFigures } from "@/lib/format/bidi";
import type { Locale } from "@/lib/i18n/locale";

interface Props {
  text: string;
  /** The language of the text's field; typed text may be in the other language. */
  lang?: Locale;
  /** The language of the page; by default that of the text. */
  locale?: Locale;
}

/** Isolates figures in Arabic text so that they keep their order ("70×50"), and text whose language differs from the page's. */
export function BidiText({ text, lang = "fr", locale = lang }: Props): ReactNode {
  const content = lang === "ar" || hasRightToLeft(text) ? isolateFigures(text) : text;
  if (lang === locale) return content;
  return (
    <bdi lang={lang} dir={lang === "ar" ? "rtl" : "ltr"}>
      {content}
    </bdi>
  );
}

function isolateFigures(text: string): ReactNode {
  return splitFigures(text).map((part, at) =>
    part.isFigures ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other key.
      <bdi key={at} dir="ltr">
        {part.text}
      </bdi>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Fragment key={at}>{part.text}</Fragment>
    ),
  );
}
