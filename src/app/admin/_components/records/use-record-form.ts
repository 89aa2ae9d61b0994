import { useState } from "react";
import type { StaleVersion } from "@/domain/audit/schema";
import type { AppError } from "@/lib/errors";
import { useApiForm } from "@/ui/form/use-api-form";

interface VersionedRecord {
  id: string;
  version: number;
}

interface RecordForm<T> {
  /** Null creates a new record. */
  record: T | null;
  path: `/api/${string}`;
  values: (form: FormData) => object;
  onSaved: () => void;
  /** Puts what the other editor saved into state that the form keeps itself. */
  onUseTheirs?: (current: T) => void;
}

/**
 * The form of a record in a dialog. After a conflict with another editor, it saves on the present version, with the values that were
 * typed or with those of the other editor; the latter mount the fields again (`key`).
 */
export function useRecordForm<T extends VersionedRecord>(props: RecordForm<T>) {
  const { record, path, values, onSaved, onUseTheirs } = props;
  const [base, setBase] = useState(record);
  const [key, setKey] = useState(0);
  const [resolved, setResolved] = useState<AppError>();
  const { error, message, ...form } = useApiForm<T>({
    path: base ? `${path}/${base.id}` : path,
    method: base ? "PATCH" : "POST",
    values: (data) => ({ ...values(data), version: base?.version }),
    onSaved,
  });
  const isResolved = error !== undefined && error === resolved;
  const conflict = isResolved ? null : toConflict<T>(error);
  const resolve = (present: T) => {
    setBase(present);
    setResolved(error);
  };
  return {
    ...form,
    base,
    key,
    message: conflict || isResolved ? undefined : message,
    conflict: conflict && {
      ...conflict,
      onKeepMine: () => resolve(conflict.current),
      onUseTheirs: () => {
        onUseTheirs?.(conflict.current);
        resolve(conflict.current);
        setKey(key + 1);
      },
    },
  };
}

function toConflict<T>(error: AppError | undefined): StaleVersion<T> | null {
  const details = error?.details as Partial<StaleVersion<T>> | undefined;
  return error?.code === "CONFLICT" && details?.current ? (details as StaleVersion<T>) : null;
}

/** The first message of a list field or of one of its entries ("terms.2"). */
export function findListError(fields: Record<string, string>, name: string): string | undefined {
  return Object.entries(fields).find(
    ([field]) => field === name || field.startsWith(`${name}.`),
  )?.[1];
}
