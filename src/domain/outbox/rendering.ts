import type { MailTemplate } from "@emails/_template";
import { render, toPlainText } from "@react-email/render";
import { createElement, type ReactElement } from "react";
import { isolateFiguresInMarkup } from "@/lib/format/bidi";
import type { Secret } from "./secret";
import { isTemplateName, TEMPLATES } from "./templates";

interface Contents {
  template: string;
  props: unknown;
  locale: "FR" | "AR";
}

const PLAIN_TEXT_OPTIONS = { selectors: [{ selector: "h1", options: { uppercase: false } }] };

/** The subject and body parameters of `mailto:` links, which would clutter the plain text. */
const MAILTO_PARAMETERS = /(href="mailto:[^"?]*)\?[^"]*/gi;

/** The text/plain part. Headings keep their case. */
export const toPlainTextBody = (html: string) =>
  toPlainText(html.replace(MAILTO_PARAMETERS, "$1"), PLAIN_TEXT_OPTIONS);

type Template = MailTemplate<{ secret?: Secret }>;

/** Renders a mail and isolates the figures of Arabic text, so that "70×50" is not displayed reversed. */
export async function renderHtml(mail: ReactElement): Promise<string> {
  return isolateFiguresInMarkup(await render(mail));
}

/** Deterministic: the provider rejects a retry under the same key whose contents differ. */
export async function renderMail({ template, props, locale }: Contents, secret: Secret | null) {
  if (!isTemplateName(template)) throw new Error(`no template is called ${template}`);
  const { component, headers } = TEMPLATES[template] as unknown as Template;
  const all = {
    ...(props as object),
    ...(secret && { secret }),
    locale: locale === "AR" ? ("ar" as const) : ("fr" as const),
  };
  const html = await renderHtml(createElement(component, all));
  return { html, text: toPlainTextBody(html), headers: headers?.(all) ?? {} };
}
