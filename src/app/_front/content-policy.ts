import { hash } from "node:crypto";
import { LOCALES } from "@/lib/i18n/locale";
import { buildThemeScript } from "@/ui/theme/build-theme-script";

interface PolicyOptions {
  /** The other origin from which images are loaded, if there is one. */
  imageOrigin?: string | undefined;
}

/** For every response that is not a page: when it is opened in a browser, nothing in it is loaded or run. */
export const EMPTY_POLICY = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

interface DocumentPolicy {
  policy: string;
  /** The inline scripts that the policy does not allow, and which do not run. */
  foreignScripts: string[];
}

/** A policy that allows the inline scripts of this document by their hashes: the same for each reader, so that a page can be stored with it. */
export function buildDocumentPolicy(html: string, options: PolicyOptions): DocumentPolicy {
  const hashes = new Set<string>();
  const foreignScripts: string[] = [];
  for (const code of listInlineScripts(html)) {
    if (isOwnScript(code)) hashes.add(hashScript(code));
    else foreignScripts.push(code);
  }
  const policy = joinDirectives({
    "default-src": ["'none'"],
    "script-src": ["'self'", ...hashes],
    "style-src": ["'self'"],
    ...listSources(options),
  });
  return { policy, foreignScripts };
}

/** A policy for a page that is rendered for one reader. Next writes the nonce of the request's policy into the scripts of the page. */
export function buildNoncePolicy(nonce: string, options: PolicyOptions): string {
  return joinDirectives({
    "default-src": ["'none'"],
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...THEME_HASHES],
    // The previews of mails are frames, which inherit the policy, and mails have inline styles.
    "style-src": ["'self'", "'unsafe-inline'"],
    "frame-src": ["'self'"],
    ...listSources(options),
  });
}

const listSources = ({ imageOrigin }: PolicyOptions) => ({
  "img-src": ["'self'", "data:", "blob:", ...(imageOrigin ? [imageOrigin] : [])],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  // The recorder of PostHog compresses in a worker.
  "worker-src": ["'self'", "blob:"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
});

function joinDirectives(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/gi;
/** Data that browsers do not run. */
const DATA_TYPE = /\stype="application\/(?:ld\+)?json"/;

function listInlineScripts(html: string): string[] {
  return [...html.matchAll(INLINE_SCRIPT)]
    .filter(([, attributes = ""]) => !DATA_TYPE.test(attributes))
    .map(([, , code = ""]) => code);
}

const THEME_SCRIPTS = LOCALES.map(buildThemeScript);
const THEME_HASHES = THEME_SCRIPTS.map(hashScript);

/** Next's inline scripts only hand over data: each is one call of `push` with JSON. */
const PUSHES = [
  "(self.__next_f=self.__next_f||[]).push(",
  "self.__next_f.push(",
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
];
const PUSH_END = /\);?$/;

function isOwnScript(code: string): boolean {
  const push = PUSHES.find((start) => code.startsWith(start));
  if (push === undefined) return THEME_SCRIPTS.includes(code);
  const end = PUSH_END.exec(code.slice(-2));
  return end !== null && isJson(code.slice(push.length, code.length - end[0].length));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function hashScript(code: string): string {
  return `'sha256-${hash("sha256", code, "base64")}'`;
}
