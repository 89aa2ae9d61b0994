"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { createIdempotencyKey } from "@/app/admin/_components/idempotency-key";
import type { OperationRow } from "@/domain/catalogue/operations/schema";
import { type AppError, toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import type { Selection } from "@/lib/lists/bulk-selection";
import { getFieldMessages } from "@/ui/form/use-api-form";
import { formatProducts } from "../../imports/result-text";
import type { CategoryOption } from "../category-option";
import styles from "./bulk.module.css";
import { FieldChanges } from "./bulk-fields";
import { BulkPreviewView } from "./bulk-preview-view";
import {
  type BulkValues,
  EMPTY_VALUES,
  toChanges,
  toControlErrors,
  toSchedule,
} from "./bulk-values";
import { PriceChanges } from "./price-fields";
import { ScheduleField } from "./schedule-field";
import { type Shown, useBulkPreview } from "./use-bulk-preview";

interface Props {
  selection: Selection;
  categories: readonly CategoryOption[];
}

export function BulkForm({ selection, categories }: Props) {
  const router = useRouter();
  const [values, setValues] = useState<BulkValues>(EMPTY_VALUES);
  const [view, setView] = useState<{ show: Shown; page: number }>({ show: undefined, page: 1 });
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const changes = toChanges(values);
  const { preview, error, isPending } = useBulkPreview({ selection, changes, ...view });
  const change = (part: Partial<BulkValues>) => {
    setValues((last) => ({ ...last, ...part }));
    setView({ show: undefined, page: 1 });
    setFailure(null);
  };
  const errors = toControlErrors(getFieldMessages(failure ?? error ?? undefined));
  const problem = failure ?? error;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending || !preview || !changes) return;
    setSending(true);
    try {
      const operation = await api<OperationRow>("/api/admin/products/bulk/changes", {
        method: "POST",
        body: {
          selection: "ids" in selection ? selection : { ...selection, total: preview.total },
          changes,
          scheduledAt: toSchedule(values),
        },
        idempotencyKey: createIdempotencyKey(),
      });
      router.push(`/admin/imports/${operation.id}`);
    } catch (thrown) {
      setFailure(toAppError(thrown));
      setSending(false);
    }
  };

  const isReady = preview !== null && !isPending && error === null && preview.changed > 0;
  const controls = { values, change, errors };
  return (
    <form className={styles.columns} onSubmit={(event) => void send(event)} noValidate>
      <div className={admin.stack}>
        <PriceChanges {...controls} asksForHighPrice={hasHighPrice(preview?.reasons)} />
        <FieldChanges {...controls} categories={categories} />
        <ScheduleField {...controls} />
        <div role="alert">
          {problem && Object.keys(errors).length === 0 && (
            <p className={admin.alert}>{problem.message}</p>
          )}
        </div>
        <p className={styles.send}>
          <button type="submit" className="button" disabled={!isReady || isSending}>
            {values.scheduledAt === "" ? "Modifier" : "Programmer pour"}{" "}
            {formatProducts(preview?.changed ?? 0)}
          </button>
        </p>
      </div>
      <BulkPreviewView
        preview={preview}
        isPending={isPending}
        isEmpty={changes === null}
        show={view.show}
        onShow={(show) => setView({ show, page: 1 })}
        onPage={(page) => setView({ ...view, page })}
        categories={categories}
      />
    </form>
  );
}

/** The question of the rule for very high prices; its answer is a box of the form. */
function hasHighPrice(reasons: readonly { reason: string }[] = []): boolean {
  return reasons.some(({ reason }) => reason.endsWith("est-ce bien le prix ?"));
}
