"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { isSameJson } from "@/lib/same-json";
import { NEW_PRODUCT, type ProductValues, toProductValues } from "./product-values";
import { type FieldErrors, remainingErrors, withoutField } from "./save/form-errors";
import {
  deleteDraft,
  getDraftKey,
  type LocalDraft,
  readDraft,
  saveDraft,
} from "./save/local-draft";
import { getChangedFields, withFields } from "./save/product-body";

const STORE_DELAY_MS = 600;

export interface Base {
  product: ProductForEdit | null;
  values: ProductValues;
  version: number;
}

function toBase(product: ProductForEdit | null): Base {
  return {
    product,
    values: product ? toProductValues(product) : NEW_PRODUCT,
    version: product?.version ?? 0,
  };
}

/** The saved state that the form started from. `current()` returns it before the next render does. */
function useBase(product: ProductForEdit | null) {
  const [base, setBase] = useState(() => toBase(product));
  const latest = useRef(base);
  const change = useCallback((next: Base) => {
    latest.current = next;
    setBase(next);
  }, []);
  const current = useCallback(() => latest.current, []);
  return { base, change, current };
}

interface RefusedSave {
  message: string;
  errors: FieldErrors;
  /** Validates the form again, so that an error disappears once it is corrected. */
  check: () => FieldErrors;
}

/** Errors of the last refused save that remain. The message disappears when all errors are corrected. */
function useSaveErrors() {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [message, setMessage] = useState<string>();
  const refused = useRef<{ check: () => FieldErrors; checked: ReadonlySet<string> }>(null);

  const refuse = useCallback(({ message: text, errors: all, check }: RefusedSave) => {
    const checked = new Set(Object.keys(check()).filter((field) => field in all));
    refused.current = { check, checked };
    setErrors(all);
    setMessage(text);
  }, []);
  const updateErrors = useCallback((update: (errors: FieldErrors) => FieldErrors) => {
    setErrors((before) => {
      const after = update(before);
      if (Object.keys(before).length > 0 && Object.keys(after).length === 0) setMessage(undefined);
      return isSameJson(before, after) ? before : after;
    });
  }, []);
  const recheck = useCallback(
    (changed: string | undefined) => {
      if (refused.current === null) return;
      const { check, checked } = refused.current;
      const current = check();
      updateErrors((before) => remainingErrors(before, checked, current, changed));
    },
    [updateErrors],
  );
  const clearErrors = useCallback(
    (field: string) => updateErrors((before) => withoutField(before, field)),
    [updateErrors],
  );
  const resetErrors = useCallback(() => {
    refused.current = null;
    setErrors({});
    setMessage(undefined);
  }, []);
  return { errors, message, refuse, recheck, clearErrors, resetErrors };
}

/** A stored draft of an earlier visit, until the editor resumes or dismisses it. */
function useStoredDraft(key: string) {
  const [draft, setDraft] = useState<LocalDraft | null>(null);
  useEffect(() => {
    const stored = readDraft(key);
    if (stored && getChangedFields(stored.base, stored.values).length > 0) setDraft(stored);
    else deleteDraft(key);
  }, [key]);
  const dismiss = () => {
    deleteDraft(key);
    setDraft(null);
  };
  return { draft, setDraft, dismiss };
}

/** Calls `onChange` with the name of the changed field, and `onPause` after a pause in typing. */
function useTyping(
  form: UseFormReturn<ProductValues>,
  onChange: (name: string | undefined) => void,
  onPause: () => void,
) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        onChange(name);
        clearTimeout(timer);
        timer = setTimeout(onPause, STORE_DELAY_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [form, onChange, onPause]);
}

/** Form values, the saved state they started from, errors of the last save, and the draft stored in the browser. */
export function useProductState(
  product: ProductForEdit | null,
  userId: string,
  suggestedName = NEW_PRODUCT.name,
) {
  const { base, change, current } = useBase(product);
  const form = useForm<ProductValues>({
    defaultValues: product ? base.values : { ...base.values, name: suggestedName },
  });
  const { recheck, ...saveErrors } = useSaveErrors();
  const [isDirty, setDirty] = useState(false);
  const key = getDraftKey(userId, product?.id ?? null);
  const { draft, setDraft, dismiss } = useStoredDraft(key);
  const { fill, revision } = useFill(form);
  const hasOpenDraft = draft !== null;

  const storeDraft = useCallback(() => {
    const { values: from, version } = current();
    const values = form.getValues();
    const hasChanged = getChangedFields(from, values).length > 0;
    setDirty(hasChanged);
    if (hasOpenDraft) return;
    if (!hasChanged) return deleteDraft(key);
    saveDraft(key, { savedAt: new Date().toISOString(), version, base: from, values });
  }, [current, form, hasOpenDraft, key]);
  useTyping(form, recheck, storeDraft);

  /** Makes `next` the saved state. Fields in `mine` keep their unsaved values. */
  const startFrom = useCallback(
    (next: ProductForEdit, mine: readonly (keyof ProductValues)[] = []) => {
      const nextBase = toBase(next);
      const values = withFields(nextBase.values, form.getValues(), mine);
      change(nextBase);
      fill(values);
      const hasChanged = getChangedFields(nextBase.values, values).length > 0;
      setDirty(hasChanged);
      if (!hasChanged) deleteDraft(key);
    },
    [change, fill, form, key],
  );

  /** Restores the version that the draft started from: the save then merges later changes of other editors. */
  function resume() {
    if (!draft) return;
    change({ ...current(), values: draft.base, version: draft.version });
    fill(draft.values);
    setDirty(true);
    setDraft(null);
  }

  /** Discards the unsaved state before leaving the page. */
  function markSaved() {
    setDirty(false);
    deleteDraft(key);
  }

  return {
    ...saveErrors,
    form,
    base,
    current,
    isDirty,
    revision,
    draft,
    resume,
    dismiss,
    markSaved,
    startFrom,
    storeDraft,
  };
}

/** Resets all fields and restores the focus. */
function useFill(form: UseFormReturn<ProductValues>) {
  const [revision, setRevision] = useState(0);
  const fill = useCallback(
    (values: ProductValues) => {
      const name = (document.activeElement as HTMLInputElement | null)?.name;
      form.reset(values);
      setRevision((count) => count + 1);
      if (name) requestAnimationFrame(() => document.getElementsByName(name)[0]?.focus());
    },
    [form],
  );
  return { fill, revision };
}

export type ProductState = ReturnType<typeof useProductState>;
