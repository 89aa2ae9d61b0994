"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/toast";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import { isolateTyped } from "@/lib/format/bidi";
import { createProductSender, patchProduct, trashProduct } from "../product-requests";
import { toastPublished } from "../published-toast";
import { getChangedFields } from "./product-body";
import type { ProductValues } from "./product-values";
import { type SaveIntent, SUCCESS_MESSAGES, toCreateBody, toEditBody } from "./save-intent";
import type { ImageQueue } from "./use-image-uploads";
import type { ProductState } from "./use-product-state";
import { useSaveRun } from "./use-save-run";

/** What the editor answered to a question of the server. */
interface Answer {
  confirmHighPrice?: true;
}

interface Ways {
  state: ProductState;
  queue: ImageQueue;
  withoutRedirect: boolean;
  mayTrash: boolean;
}

/** Saves the form in the ways that its buttons offer. */
export function useProductSave({ state, queue, withoutRedirect, mayTrash }: Ways) {
  const router = useRouter();
  const { run, conflict, setConflict, question, setQuestion, ...told } = useSaveRun(state, queue);
  const [sendNew] = useState(createProductSender);
  const { form } = state;

  async function create(intent: SaveIntent, values: ProductValues, answer: Answer): Promise<void> {
    const made = await sendNew({ ...toCreateBody(intent, values), ...answer });
    state.leave();
    const back = () => trashProduct(made.id).then(() => router.push("/admin/products"), toastError);
    toastCreated(made, mayTrash ? back : undefined);
    router.push(`/admin/products/${made.id}/edit`);
  }

  async function edit(
    intent: SaveIntent,
    product: ProductForEdit,
    values: ProductValues,
    answer: Answer,
  ) {
    const { values: base, version } = state.current();
    const body = toEditBody(intent, { base, values, version, withoutRedirect });
    if (!body) return toastSuccess("Tout est déjà enregistré");
    const saved = await patchProduct(product.id, { ...body, ...answer });
    const typedSince = intent === "discard" ? [] : getChangedFields(values, form.getValues());
    state.startFrom(saved.product, typedSince);
    router.refresh();
    const merged = saved.mergedWith;
    if (merged) toastSuccess(`Fusionné avec les modifications de ${isolateTyped(merged.userName)}`);
    else if (intent !== "publish") toastSuccess(SUCCESS_MESSAGES[intent]);
    else
      toastPublished(SUCCESS_MESSAGES.publish, saved.product, () =>
        takeBack(state, saved.product, product.status).then(router.refresh, toastError),
      );
  }

  function save(intent: SaveIntent, answer: Answer = {}): Promise<void> {
    return run(intent, (asked, values) => {
      const { product } = state.current();
      return product ? edit(asked, product, values, answer) : create(asked, values, answer);
    });
  }

  function confirm(): void {
    if (question === null) return;
    const isPriceless = question.about === "noPrice";
    if (isPriceless) form.setValue("priceOnRequest", true, { shouldDirty: true });
    void save(question.intent, isPriceless ? {} : { confirmHighPrice: true });
  }

  /** Saves again, on top of what the others saved, with one's own side of the fields in `mine`. */
  function settle(mine: ReadonlySet<string>): void {
    if (!conflict) return;
    const { current, fields, intent } = conflict;
    const changed = getChangedFields(state.current().values, form.getValues());
    const kept = changed.filter((field) => !(field in fields) || mine.has(field));
    state.startFrom(current, kept);
    setConflict(null);
    void save(intent);
  }

  const close = { closeConflict: () => setConflict(null), closeQuestion: () => setQuestion(null) };
  return { ...told, ...close, save, conflict, settle, question, confirm };
}

function toastCreated(product: ProductForEdit, undo: (() => unknown) | undefined): void {
  if (product.status === "ACTIVE") toastPublished("Produit créé et publié", product, undo);
  else toastSuccess(SUCCESS_MESSAGES.create, undo ? { undo } : {});
}

export type ProductSaving = ReturnType<typeof useProductSave>;

/** Gives the product the status back that it had before it was published. */
async function takeBack(
  state: ProductState,
  { id, version }: ProductForEdit,
  status: ProductForEdit["status"],
): Promise<void> {
  const { product } = await patchProduct(id, { version, status });
  state.startFrom(product, getChangedFields(state.current().values, state.form.getValues()));
}
