"use client";

import { useState } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { unchangedErrors } from "@/app/admin/_components/fields/unchanged-errors";
import type { SettingsConflict, SettingsForEdit } from "@/domain/settings/settings-input";
import { type AppError, toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import { getFieldMessages } from "@/ui/form/use-api-form";
import { buildPatch, changedKeys, type Draft, rebaseDraft, toDraft } from "./settings-draft";

interface Rejection {
  values: Draft | null;
  errors: Record<string, string>;
}

const NO_REJECTION: Rejection = { values: null, errors: {} };

/** The state of the settings form: draft, changed keys, errors and conflict. */
export function useSettings(settings: SettingsForEdit) {
  const [base, setBase] = useState(settings);
  const [draft, setDraft] = useState(() => toDraft(settings.values));
  const [rejection, setRejection] = useState<Rejection>(NO_REJECTION);
  const errors = unchangedErrors(rejection.errors, rejection.values, draft);
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
      setRejection(NO_REJECTION);
      setConflict(null);
      toastSuccess("Réglages enregistrés");
    } catch (thrown) {
      handleError(toAppError(thrown));
    } finally {
      setPending(false);
    }
  }

  function handleError(error: AppError): void {
    const details = error.details as Partial<SettingsConflict> | undefined;
    if (error.code === "CONFLICT" && details?.current) {
      setConflict(details as SettingsConflict);
      return;
    }
    const messages = Object.entries(getFieldMessages(error));
    setRejection({
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

  function resolveConflict(keep: "mine" | "theirs"): void {
    if (!conflict) return;
    setDraft(rebaseDraft(draft, base, conflict.current, keep === "theirs" ? conflict.keys : []));
    setBase(conflict.current);
    setConflict(null);
  }

  function undo(): void {
    setDraft(toDraft(base.values));
    setRejection(NO_REJECTION);
  }

  return { base, draft, set, errors, changed, conflict, resolveConflict, save, undo, isPending };
}

export type SettingsEditor = ReturnType<typeof useSettings>;
