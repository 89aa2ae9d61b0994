import type { MailTemplate } from "@emails/_template";
import { render, toPlainText } from "@react-email/render";
import { createElement, type ReactElement } from "react";
import { isolateFiguresInMarkup } from "@/lib/format/bidi";
import type { Secret } from "./seal";
import { isTemplateName, TEMPLATES } from "./templates";

interface Contents {
  template: string;
  props: unknown;
  locale: "FR" | "AR";
}

const PLAIN = { selectors: [{ selector: "h1", options: { uppercase: false } }] };

/** The subject and the text that a link proposes belong to no address that is read. */
const MAIL_PROPOSALS = /(href="mailto:[^"?]*)\?[^"]*/gi;

/** What programs without HTML show, as it was written: headings are not made capitals. */
export const toPlainTextBody = (html: string) =>
  toPlainText(html.replace(MAIL_PROPOSALS, "$1"), PLAIN);

type Template = MailTemplate<{ secret?: Secret }>;

/** The figures of Arabic mails keep their order: "70×50" would be shown turned round. */
export async function renderHtml(mail: ReactElement): Promise<string> {
  return isolateFiguresInMarkup(await render(mail));
}

/** A mail as it goes out. The same row gives the same bytes: a repeated call must not differ from the first. */
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
