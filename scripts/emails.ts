import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

// Nothing connects to it, but modules of the shop require the variable.
process.env.DATABASE_URL ||= "postgresql://nobody@127.0.0.1:1/none";

const { SAMPLES } = await import("../emails/_samples");
const { renderMail } = await import("../src/domain/outbox/rendering");
const { TEMPLATES } = await import("../src/domain/outbox/templates");

const folder = resolve(process.env.DATA_DIR || ".data", "emails");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const sections: string[] = [];
for (const [template, sample] of Object.entries(SAMPLES)) {
  const { subject } = TEMPLATES[template as keyof typeof TEMPLATES];
  for (const locale of ["FR", "AR"] as const) {
    const { props } = sample;
    const secret = "secret" in sample ? sample.secret : null;
    const { html, text } = await renderMail({ template, props, locale }, { ...secret });
    const name = `${template}.${locale.toLowerCase()}`;
    writeFileSync(join(folder, `${name}.html`), html);
    writeFileSync(join(folder, `${name}.txt`), text);
    const getSubject = subject as (props: object) => string;
    sections.push(buildSection(name, getSubject({ ...props, locale: locale.toLowerCase() })));
  }
}
const index = join(folder, "index.html");
writeFileSync(index, buildPage(sections.join("\n")));
console.log(`${sections.length} mails: ${pathToFileURL(index)}`);

function buildSection(name: string, subject: string): string {
  return `<section><h2>${escapeHtml(subject)}</h2>
<p><a href="${name}.html">${name}.html</a> · <a href="${name}.txt">${name}.txt</a></p>
<iframe src="${name}.html" title="${name}" loading="lazy"></iframe></section>`;
}

function buildPage(content: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>E-mails</title>
<style>body { font-family: sans-serif; margin: 2rem } main { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)) }
h2 { font-size: 1rem } iframe { inline-size: 100%; block-size: 40rem; border: 1px solid gray }</style>
<main>${content}</main></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
