/** What was typed and not sent, on this device. */
export interface Draft {
  values: Record<string, string>;
  /** The submission's key, and the text that it stands for. */
  key: string;
  sent: string;
  at: number;
}

const LIFETIME_MS = 24 * 60 * 60 * 1000;

export function loadDraft(name: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? "null") as Draft | null;
    if (draft && Date.now() - draft.at < LIFETIME_MS) return draft;
    localStorage.removeItem(name);
  } catch {
    // Storage may be closed to us, or hold what is none of ours.
  }
  return null;
}

export function saveDraft(name: string, draft: Omit<Draft, "at">): void {
  try {
    localStorage.setItem(name, JSON.stringify({ ...draft, at: Date.now() }));
  } catch {
    // Then the page itself is all that keeps it.
  }
}

export function deleteDraft(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** The key of this very text: the same as before for the same text, another one for another text. */
export function getSubmissionKey(
  text: string,
  earlier: Pick<Draft, "key" | "sent"> | null,
): string {
  if (earlier?.sent === text) return earlier.key;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
