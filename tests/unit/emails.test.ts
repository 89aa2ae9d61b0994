import { SAMPLES } from "@emails/_samples";
import { describe, expect, it } from "vitest";
import { renderMail } from "@/domain/outbox/rendering";
import { TEMPLATES } from "@/domain/outbox/templates";

const LOCALES = ["FR", "AR"] as const;
/** Mails to staff are in French in any locale. */
const FOR_STAFF: (keyof typeof TEMPLATES)[] = [
  "contact-digest",
  "contact-notification",
  "campaign-paused",
  "weekly-figures",
];

const samples = Object.entries(SAMPLES).flatMap(([template, sample]) =>
  LOCALES.map((locale) => ({
    name: `${template} (${locale})`,
    template: template as keyof typeof TEMPLATES,
    locale,
    props: sample.props,
    secret: "secret" in sample ? (sample.secret as Record<string, string>) : null,
  })),
);

describe("Every mail", () => {
  it("has a sample", () => {
    expect(Object.keys(SAMPLES).toSorted()).toEqual(Object.keys(TEMPLATES).toSorted());
  });

  it.each(samples)("$name matches its snapshot", async (sample) => {
    const { html, text, headers } = await renderMail(sample, sample.secret);
    const subject = TEMPLATES[sample.template].subject as (props: object) => string;
    const locale = sample.locale.toLowerCase();
    const lines = html.replaceAll("><", ">\n<");
    expect({ subject: subject({ ...sample.props, locale }), headers }).toMatchSnapshot("head");
    expect(lines).toMatchSnapshot("html");
    expect(text).toMatchSnapshot("text");
  });

  it.each(samples)("$name has the right language and direction", async (sample) => {
    const { html, text } = await renderMail(sample, sample.secret);
    const isArabic = sample.locale === "AR" && !FOR_STAFF.includes(sample.template);
    expect(html).toContain(isArabic ? 'dir="rtl" lang="ar"' : 'dir="ltr" lang="fr"');
    expect(/[\u0600-\u06ff]{3}/.test(text)).toBe(isArabic);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).not.toMatch(/<script|javascript:|\son\w+="/i);
  });

  it.each(
    samples.filter(({ locale, template }) => locale === "AR" && !FOR_STAFF.includes(template)),
  )("$name shows addresses and telephone numbers from left to right", async (sample) => {
    const { html } = await renderMail(sample, sample.secret);
    const shown = [...html.matchAll(/<([^>]*)>([^<]*(?:https?:\/\/|\+212 ?\d|\S@\S)[^<]*)(?=<)/g)];
    const outside = shown.filter(([, tag = "", text = ""]) => !isLeftToRight(tag, text));
    expect(shown.length).toBeGreaterThan(0);
    expect(outside.map(([, , text]) => text)).toEqual([]);
  });

  it.each(samples)("$name is rendered identically each time", async (sample) => {
    expect(await renderMail(sample, sample.secret)).toEqual(
      await renderMail(sample, sample.secret),
    );
  });
});

function isLeftToRight(tag: string, text: string): boolean {
  return /\bdir="ltr"|^(?:title|style|!--|script)/.test(tag) || text.includes("\u2066");
}
