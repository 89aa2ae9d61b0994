import { Fragment, type ReactNode } from "react";
import { hasRightToLeft, splitFigures } from "@/lib/format/bidi";
import type { Locale } from "@/lib/i18n/locale";

interface Props {
  text: string;
  /** The language that the text is in; what people typed may be in either. */
  lang?: Locale;
  /** The language of the page around it; that of the text by default. */
  locale?: Locale;
}

/**
 * A text in a page of either direction: the figures of Arabic keep their order ("70×50"), and French in an Arabic page is laid
 * out by itself.
 */
export function BidiText({ text, lang = "fr", locale = lang }: Props): ReactNode {
  const content = lang === "ar" || hasRightToLeft(text) ? withFigures(text) : text;
  if (lang === locale) return content;
  return (
    <bdi lang={lang} dir={lang === "ar" ? "rtl" : "ltr"}>
      {content}
    </bdi>
  );
}

function withFigures(text: string): ReactNode {
  return splitFigures(text).map((part, at) =>
    part.isFigures ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing else to be known by.
      <bdi key={at} dir="ltr">
        {part.text}
      </bdi>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Fragment key={at}>{part.text}</Fragment>
    ),
  );
}
