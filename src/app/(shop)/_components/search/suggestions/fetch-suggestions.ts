import type { Suggestions } from "@/domain/search/schema";
import type { Locale } from "@/lib/i18n/locale";

const LIFETIME_MS = 60_000;
const MAX_CACHED = 50;

interface CachedAnswer {
  suggestions: Suggestions;
  /** Milliseconds since the epoch. */
  at: number;
}

const cache = new Map<string, CachedAnswer>();

/** Requests the suggestions for a text, or for the empty field; the same answer serves for a minute. */
export async function fetchSuggestions(
  text: string,
  locale: Locale,
  signal: AbortSignal,
): Promise<Suggestions> {
  const path = `/api/public/products/search/suggest?${new URLSearchParams({ q: text, locale })}`;
  const cached = cache.get(path);
  if (cached && Date.now() - cached.at < LIFETIME_MS) return cached.suggestions;
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`No suggestions: ${response.status}`);
  const suggestions: Suggestions = (await response.json()).data;
  cache.delete(path);
  cache.set(path, { suggestions, at: Date.now() });
  const [oldest = ""] = cache.keys();
  if (cache.size > MAX_CACHED) cache.delete(oldest);
  return suggestions;
}
