/** The last searches, newest first, in the browser's localStorage; they never leave the device. */

const STORAGE_KEY = "recent-searches";
const MAX_RECENT = 4;

export function listRecentSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]");
    if (Array.isArray(stored)) return stored.filter(isSearch).slice(0, MAX_RECENT);
  } catch {
    // Storage may be blocked, or hold something else under this name.
  }
  return [];
}

export function addRecentSearch(words: string): void {
  const isOther = (earlier: string) => earlier.toLowerCase() !== words.toLowerCase();
  const others = listRecentSearches().filter(isOther);
  save([words, ...others].filter(isSearch).slice(0, MAX_RECENT));
}

export function removeRecentSearch(words: string): void {
  save(listRecentSearches().filter((earlier) => earlier !== words));
}

export function clearRecentSearches(): void {
  save([]);
}

function save(searches: readonly string[]): void {
  try {
    if (searches.length === 0) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, JSON.stringify(searches));
  } catch {
    // Storage is blocked: nothing is remembered.
  }
}

function isSearch(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
