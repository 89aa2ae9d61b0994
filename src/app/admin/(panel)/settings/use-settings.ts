"use client";

import { useState } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/toast";
import { unchangedErrors } from "@/app/admin/_components/unchanged-errors";
import type { SettingsConflict, SettingsForEdit } from "@/domain/settings/settings-input";
import { type AppError, toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import { getFieldMessages } from "@/ui/use-api-form";
import { buildPatch, changedKeys, type Draft, rebaseDraft, toDraft } from "./settings-draft";

interface Refusal {
  values: Draft | null;
  errors: Record<string, string>;
}

const NO_REFUSAL: Refusal = { values: null, errors: {} };

/** What the fields show, what of it is unsaved, and how it is saved. */
export function useSettings(settings: SettingsForEdit) {
  const [base, setBase] = useState(settings);
  const [draft, setDraft] = useState(() => toDraft(settings.values));
  const [refusal, setRefusal] = useState<Refusal>(NO_REFUSAL);
  const errors = unchangedErrors(refusal.errors, refusal.values, draft);
  const [conflict, setConflict] = useState<SettingsConflict | null>(null);
  const [isPending, setPending] = useState(false);
  const changed = changedKeys(draft, base.values);

  function set<K extends keyof Draft>(key: K, value: Draft[K]): void {
    setDraft((current) => ({ ...current, [key]: value }));
  }

  async function save(): Promise<void> {
    setPending(true);
    try {
      const body = buildPatch(draft, base);
      const saved = await api<SettingsForEdit>("/api/admin/settings", { method: "PATCH", body });
      setBase(saved);
      setDraft(toDraft(saved.values));
      setRefusal(NO_REFUSAL);
      setConflict(null);
      toastSuccess("Réglages enregistrés");
    } catch (thrown) {
      refused(toAppError(thrown));
    } finally {
      setPending(false);
    }
  }

  function refused(error: AppError): void {
    const details = error.details as Partial<SettingsConflict> | undefined;
    if (error.code === "CONFLICT" && details?.current) {
      setConflict(details as SettingsConflict);
      return;
    }
    const messages = Object.entries(getFieldMessages(error));
    setRefusal({
      values: draft,
      errors: Object.fromEntries(
        messages.map(([path, text]) => [path.replace(/^changes\./, ""), text]),
      ),
    });
    if (messages.length === 0) toastError(error);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>("main [aria-invalid=true]")?.focus(),
    );
  }

  function settle(whose: "mine" | "theirs"): void {
    if (!conflict) return;
    setDraft(rebaseDraft(draft, base, conflict.current, whose === "theirs" ? conflict.keys : []));
    setBase(conflict.current);
    setConflict(null);
  }

  function undo(): void {
    setDraft(toDraft(base.values));
    setRefusal(NO_REFUSAL);
  }

  return { base, draft, set, errors, changed, conflict, settle, save, undo, isPending };
}

export type SettingsEditor = ReturnType<typeof useSettings>;
