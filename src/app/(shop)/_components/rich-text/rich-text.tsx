import { createElement, type ReactNode } from "react";
import type { Locale } from "@/lib/i18n/locale";
import { BidiText } from "@/ui/bidi-text";
import styles from "./rich-text.module.css";
import { parseRichText, type RichNode } from "./rich-text-tree";

interface Props {
  markup: string;
  lang?: Locale | undefined;
}

/** Renders stored markup as React elements, never as raw HTML. */
export function RichText({ markup, lang }: Props) {
  return (
    <div className={styles.text} lang={lang} dir={lang && (lang === "ar" ? "rtl" : "ltr")}>
      {parseRichText(markup).map((node, key) => renderNode(node, key, lang))}
    </div>
  );
}

function renderNode(node: RichNode, key: number, lang: Locale = "fr"): ReactNode {
  if (typeof node === "string") return <BidiText key={key} text={node} lang={lang} />;
  const { tag, href, children } = node;
  const content =
    children.length === 0 ? undefined : children.map((child, at) => renderNode(child, at, lang));
  if (tag === "table") {
    return (
      <div key={key} className={styles.scroll}>
        <table>{content}</table>
      </div>
    );
  }
  return createElement(tag, href === undefined ? { key } : { key, href, rel: "nofollow" }, content);
}
