"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { sameValue } from "@/lib/same-value";
import { type FieldErrors, remainingErrors, withoutField } from "./form-errors";
import { deleteDraft, getDraftKey, type LocalDraft, readDraft, saveDraft } from "./local-draft";
import { getChangedFields, withFields } from "./product-body";
import { NEW_PRODUCT, type ProductValues, toProductValues } from "./product-values";

const KEEP_AFTER_MS = 600;

export interface Base {
  product: ProductForEdit | null;
  values: ProductValues;
  version: number;
}

function baseOf(product: ProductForEdit | null): Base {
  return {
    product,
    values: product ? toProductValues(product) : NEW_PRODUCT,
    version: product?.version ?? 0,
  };
}

/** What the form started from; `current()` knows it before the next drawing does. */
function useBase(product: ProductForEdit | null) {
  const [base, setBase] = useState(() => baseOf(product));
  const latest = useRef(base);
  const change = useCallback((next: Base) => {
    latest.current = next;
    setBase(next);
  }, []);
  const current = useCallback(() => latest.current, []);
  return { base, change, current };
}

interface Refusal {
  message: string;
  errors: FieldErrors;
  /** What the form finds wrong by itself, so that an error goes once it is corrected. */
  check: () => FieldErrors;
}

/** Why the last save was refused: the errors that still hold. Nothing is left of it once all of them are corrected. */
function useRefusal() {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [message, setMessage] = useState<string>();
  const refused = useRef<{ check: () => FieldErrors; checked: ReadonlySet<string> }>(null);

  const refuse = useCallback(({ message: text, errors: all, check }: Refusal) => {
    const checked = new Set(Object.keys(check()).filter((field) => field in all));
    refused.current = { check, checked };
    setErrors(all);
    setMessage(text);
  }, []);
  const keep = useCallback((left: (now: FieldErrors) => FieldErrors) => {
    setErrors((now) => {
      const next = left(now);
      if (Object.keys(now).length > 0 && Object.keys(next).length === 0) setMessage(undefined);
      return sameValue(now, next) ? now : next;
    });
  }, []);
  const recheck = useCallback(
    (changed: string | undefined) => {
      if (refused.current === null) return;
      const { check, checked } = refused.current;
      const wrong = check();
      keep((now) => remainingErrors(now, checked, wrong, changed));
    },
    [keep],
  );
  const clearErrors = useCallback(
    (field: string) => keep((now) => withoutField(now, field)),
    [keep],
  );
  const forgive = useCallback(() => {
    refused.current = null;
    setErrors({});
    setMessage(undefined);
  }, []);
  return { errors, message, refuse, recheck, clearErrors, forgive };
}

/** What somebody typed on an earlier visit, until they have chosen what becomes of it. */
function useKeptDraft(key: string) {
  const [kept, setKept] = useState<LocalDraft | null>(null);
  useEffect(() => {
    const draft = readDraft(key);
    if (draft && getChangedFields(draft.base, draft.values).length > 0) setKept(draft);
    else deleteDraft(key);
  }, [key]);
  return [kept, setKept] as const;
}

/** Calls `recheck` with the name of what changed, and `settle` once nobody has typed for a moment. */
function useTyping(
  form: UseFormReturn<ProductValues>,
  recheck: (name: string | undefined) => void,
  settle: () => void,
) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ name }) => {
        recheck(name);
        clearTimeout(timer);
        timer = setTimeout(settle, KEEP_AFTER_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [form, recheck, settle]);
}

/** The form's values, what they started from, what is wrong with them, and the copy of them that this browser keeps. */
export function useProductState(product: ProductForEdit | null, userId: string) {
  const { base, change, current } = useBase(product);
  const form = useForm<ProductValues>({ defaultValues: base.values });
  const { recheck, ...refusal } = useRefusal();
  const [isDirty, setDirty] = useState(false);
  const key = getDraftKey(userId, product?.id ?? null);
  const [kept, setKept] = useKeptDraft(key);
  const { fill, revision } = useFill(form);
  const isOffered = kept !== null;

  const settle = useCallback(() => {
    const { values: from, version } = current();
    const values = form.getValues();
    const hasChanged = getChangedFields(from, values).length > 0;
    setDirty(hasChanged);
    if (isOffered) return;
    if (!hasChanged) return deleteDraft(key);
    saveDraft(key, { savedAt: new Date().toISOString(), version, base: from, values });
  }, [current, form, isOffered, key]);
  useTyping(form, recheck, settle);

  /** From now on this is what is saved; `mine` are fields that were changed since. */
  const startFrom = useCallback(
    (next: ProductForEdit, mine: readonly (keyof ProductValues)[] = []) => {
      const nextBase = baseOf(next);
      const values = withFields(nextBase.values, form.getValues(), mine);
      change(nextBase);
      fill(values);
      const hasChanged = getChangedFields(nextBase.values, values).length > 0;
      setDirty(hasChanged);
      if (!hasChanged) deleteDraft(key);
    },
    [change, fill, form, key],
  );

  /** On the version that the typing started from: the save then merges what others changed since. */
  function resume() {
    if (!kept) return;
    change({ ...current(), values: kept.base, version: kept.version });
    fill(kept.values);
    setDirty(true);
    setKept(null);
  }

  function dismiss() {
    deleteDraft(key);
    setKept(null);
  }

  /** All is saved, whatever the fields say. */
  function leave() {
    setDirty(false);
    deleteDraft(key);
  }

  return {
    ...{ form, base, current, isDirty, revision, ...refusal },
    ...{ kept, resume, dismiss, leave, startFrom, settle },
  };
}

/** Fills every field anew; the one that has the focus keeps it. */
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
