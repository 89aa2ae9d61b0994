import { createElement, Fragment, type ReactNode } from "react";
import styles from "./rich-text.module.css";
import { parseRichText, type RichNode } from "./rich-text-tree";

interface Props {
  markup: string;
  lang?: string | undefined;
}

/** A product's details as elements of ours: no markup of the database reaches the page as markup. */
export function RichText({ markup, lang }: Props) {
  return (
    <div className={styles.text} lang={lang} dir={lang && (lang === "ar" ? "rtl" : "ltr")}>
      {parseRichText(markup).map(element)}
    </div>
  );
}

function element(node: RichNode, key: number): ReactNode {
  if (typeof node === "string") return <Fragment key={key}>{node}</Fragment>;
  const { tag, href, children } = node;
  const content = children.length === 0 ? undefined : children.map(element);
  if (tag === "table") {
    return (
      <div key={key} className={styles.scroll}>
        <table>{content}</table>
      </div>
    );
  }
  return createElement(tag, href === undefined ? { key } : { key, href, rel: "nofollow" }, content);
}
