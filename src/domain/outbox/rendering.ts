import "server-only";
import { render, toPlainText } from "@react-email/render";
import { createElement, type FunctionComponent } from "react";
import type { Locale } from "@/lib/i18n/locale";
import type { Secret } from "./seal";
import { isTemplateName, TEMPLATES } from "./templates";

interface Contents {
  template: string;
  props: unknown;
  locale: "FR" | "AR";
}

/** Both parts of a mail. The same row gives the same bytes: a repeated call must not differ from the first. */
export async function renderMail({ template, props, locale }: Contents, secret: Secret | null) {
  if (!isTemplateName(template)) throw new Error(`no template is called ${template}`);
  const component = TEMPLATES[template].component as FunctionComponent<{ locale: Locale }>;
  const html = await render(
    createElement(component, {
      ...(props as object),
      ...(secret && { secret }),
      locale: locale === "AR" ? "ar" : "fr",
    }),
  );
  return { html, text: toPlainText(html) };
}
