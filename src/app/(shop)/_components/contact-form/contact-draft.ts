/** The unsent text of the contact form, stored in the browser's localStorage for a day. */
export interface Draft {
  values: Record<string, string>;
  /** The idempotency key of the last attempt to send. */
  key: string;
  /** The serialized message of that attempt. */
  sent: string;
  /** Milliseconds since the epoch. */
  at: number;
}

const LIFETIME_MS = 24 * 60 * 60 * 1000;

export function loadDraft(name: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? "null") as Draft | null;
    if (draft && Date.now() - draft.at < LIFETIME_MS) return draft;
    localStorage.removeItem(name);
  } catch {
    // Storage may be blocked, or hold something else under this name.
  }
  return null;
}

export function saveDraft(name: string, draft: Omit<Draft, "at">): void {
  try {
    localStorage.setItem(name, JSON.stringify({ ...draft, at: Date.now() }));
  } catch {
    // Storage is blocked: the draft lasts as long as the page.
  }
}

export function deleteDraft(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Storage is blocked: there is no draft to delete.
  }
}

/** Returns the earlier key for the same text and a new random key for another text. */
export function getSubmissionKey(
  text: string,
  earlier: Pick<Draft, "key" | "sent"> | null,
): string {
  if (earlier?.sent === text) return earlier.key;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
