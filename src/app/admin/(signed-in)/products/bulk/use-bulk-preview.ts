import { useEffect, useState } from "react";
import type { BulkPreview, BulkPreviewRow } from "@/domain/catalogue/bulk/schema";
import { type AppError, toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import type { Selection } from "@/lib/lists/bulk-selection";

const DEBOUNCE_MS = 300;

export type Shown = BulkPreviewRow["outcome"] | undefined;

interface Request {
  selection: Selection;
  changes: object | null;
  show: Shown;
  page: number;
}

interface Answer {
  /** The request that was answered, as JSON. */
  request: string;
  /** The last preview stays while the next one is calculated. */
  preview: BulkPreview | null;
  error: AppError | null;
}

/** Calculates the preview shortly after each change of the form. */
export function useBulkPreview({ selection, changes, show, page }: Request) {
  const request = changes === null ? "" : JSON.stringify({ selection, changes, show, page });
  const [answer, setAnswer] = useState<Answer>({ request: "", preview: null, error: null });
  useEffect(() => {
    if (request === "") {
      setAnswer({ request, preview: null, error: null });
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const preview = await api<BulkPreview>("/api/admin/products/bulk/preview", {
          method: "POST",
          body: JSON.parse(request),
          signal: abort.signal,
        });
        if (!abort.signal.aborted) setAnswer({ request, preview, error: null });
      } catch (thrown) {
        if (abort.signal.aborted) return;
        setAnswer((last) => ({ request, preview: last.preview, error: toAppError(thrown) }));
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [request]);
  return { ...answer, isPending: answer.request !== request };
}
