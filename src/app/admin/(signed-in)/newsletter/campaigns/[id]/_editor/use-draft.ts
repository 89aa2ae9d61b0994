"use client";

import { useEffect, useState } from "react";
import { unchangedErrors } from "@/app/admin/_components/fields/unchanged-errors";
import type { StaffCampaign } from "@/domain/campaigns/schema";
import { type AppError, toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import { getFieldMessages } from "@/ui/form/use-api-form";
import { type Draft, deleteStoredDraft, findStoredDraft, storeDraft, toDraft } from "./draft";

/** The draft, the saved campaign, and a draft from an earlier visit that was not saved. */
export function useDraft(initial: StaffCampaign, userId: string) {
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState<Draft>(() => toDraft(initial));
  const [recovered, setRecovered] = useState<Draft | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [rejection, setRejection] = useState<{ error: AppError; draft: Draft }>();
  const isDirty = JSON.stringify(draft) !== JSON.stringify(toDraft(saved));

  useEffect(() => setRecovered(findStoredDraft(userId, initial)), [userId, initial]);
  useEffect(() => {
    if (isDirty) storeDraft(userId, saved.id, { version: saved.version, draft });
  }, [isDirty, userId, saved, draft]);

  const change = (fields: Partial<Draft>) => setDraft((current) => ({ ...current, ...fields }));

  /** Returns null when the server rejected the draft. */
  async function save(): Promise<StaffCampaign | null> {
    setSaving(true);
    try {
      const campaign = await api<StaffCampaign>(`/api/admin/newsletter/campaign/${saved.id}`, {
        method: "PATCH",
        body: { ...draft, version: saved.version },
      });
      setSaved(campaign);
      // Takes over what the server cleaned, unless the draft changed during the request.
      setDraft((current) => (current === draft ? toDraft(campaign) : current));
      setRejection(undefined);
      discard();
      return campaign;
    } catch (thrown) {
      setRejection({ error: toAppError(thrown), draft });
      return null;
    } finally {
      setSaving(false);
    }
  }

  function discard(): void {
    setRecovered(null);
    deleteStoredDraft(userId, saved.id);
  }

  function restore(): void {
    if (recovered) setDraft(recovered);
    setRecovered(null);
  }

  const allErrors = getFieldMessages(rejection?.error);
  const fieldErrors = unchangedErrors(allErrors, rejection?.draft, draft);
  const isCorrected = Object.keys(allErrors).length > 0 && Object.keys(fieldErrors).length === 0;
  return {
    saved,
    draft,
    change,
    save,
    isSaving,
    isDirty,
    fieldErrors,
    error: isCorrected ? undefined : rejection?.error,
    storedDraft: { isFound: recovered !== null, restore, discard },
  };
}
