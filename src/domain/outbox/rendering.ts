import "server-only";
import type { MailTemplate } from "@emails/_template";
import { render, toPlainText } from "@react-email/render";
import { createElement, type FunctionComponent } from "react";
import type { Secret } from "./seal";
import { isTemplateName, TEMPLATES } from "./templates";

interface Contents {
  template: string;
  props: unknown;
  locale: "FR" | "AR";
}

/** Both parts of a mail, and the headers that its template makes of its secret. The same row gives the same bytes: a repeated call must not differ from the first. */
export async function renderMail({ template, props, locale }: Contents, secret: Secret | null) {
  if (!isTemplateName(template)) throw new Error(`no template is called ${template}`);
  const { component, headers } = TEMPLATES[template] as MailTemplate<object>;
  const all = {
    ...(props as object),
    ...(secret && { secret }),
    locale: locale === "AR" ? ("ar" as const) : ("fr" as const),
  };
  const html = await render(createElement(component as FunctionComponent<object>, all));
  return { html, text: toPlainText(html), headers: headers?.(all) ?? {} };
}
