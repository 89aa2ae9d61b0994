"use client";

import { useEffect, useState } from "react";
import { unchangedErrors } from "@/app/admin/_components/unchanged-errors";
import type { StaffCampaign } from "@/domain/campaigns/schema";
import { type AppError, toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import { getFieldMessages } from "@/ui/use-api-form";
import { type Draft, findStoredDraft, storeDraft, toDraft } from "./draft";

/** What is typed, what is saved of it, and what was left unsaved the last time. */
export function useDraft(first: StaffCampaign, userId: string) {
  const [saved, setSaved] = useState(first);
  const [draft, setDraft] = useState<Draft>(() => toDraft(first));
  const [found, setFound] = useState<Draft | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<{ error: AppError; draft: Draft }>();
  const isDirty = JSON.stringify(draft) !== JSON.stringify(toDraft(saved));

  useEffect(() => setFound(findStoredDraft(userId, first)), [userId, first]);
  useEffect(() => {
    if (isDirty) storeDraft(userId, saved.id, { version: saved.version, draft });
  }, [isDirty, userId, saved, draft]);

  const change = (fields: Partial<Draft>) => setDraft((now) => ({ ...now, ...fields }));

  /** The campaign as it was saved, or null where it was refused. */
  async function save(): Promise<StaffCampaign | null> {
    setSaving(true);
    try {
      const campaign = await api<StaffCampaign>(`/api/admin/newsletter/campaign/${saved.id}`, {
        method: "PATCH",
        body: { ...draft, version: saved.version },
      });
      setSaved(campaign);
      // What was typed while it was sent stays; what the server cleaned is taken over.
      setDraft((now) => (now === draft ? toDraft(campaign) : now));
      setRefusal(undefined);
      forget();
      return campaign;
    } catch (thrown) {
      setRefusal({ error: toAppError(thrown), draft });
      return null;
    } finally {
      setSaving(false);
    }
  }

  function forget(): void {
    setFound(null);
    storeDraft(userId, saved.id, null);
  }

  function restore(): void {
    if (found) setDraft(found);
    setFound(null);
  }

  const refused = getFieldMessages(refusal?.error);
  const fields = unchangedErrors(refused, refusal?.draft, draft);
  const isCorrected = Object.keys(refused).length > 0 && Object.keys(fields).length === 0;
  return {
    ...{ saved, draft, change, save, isSaving, isDirty, fields },
    error: isCorrected ? undefined : refusal?.error,
    kept: { isFound: found !== null, restore, forget },
  };
}
