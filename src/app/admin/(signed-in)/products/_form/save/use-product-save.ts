"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import type { ProductForEdit, SavedProduct } from "@/domain/catalogue/products/schema";
import { isolateUserText } from "@/lib/format/bidi";
import { createProductSender, patchProduct, trashProduct } from "../../product-requests";
import { toastPublished } from "../../published-toast";
import type { ImageQueue } from "../images/use-image-uploads";
import type { ProductValues } from "../product-values";
import type { ProductState } from "../use-product-state";
import { getChangedFields } from "./product-body";
import { type SaveIntent, SUCCESS_MESSAGES, toCreateBody, toEditBody } from "./save-intent";
import { useSaveRun } from "./use-save-run";

/** Confirmations by the editor, sent with the save. */
interface Answer {
  confirmHighPrice?: true;
}

interface Options {
  state: ProductState;
  queue: ImageQueue;
  withoutRedirect: boolean;
  mayTrash: boolean;
}

/** Saves the form according to the intent of the pressed button. */
export function useProductSave({ state, queue, withoutRedirect, mayTrash }: Options) {
  const router = useRouter();
  const { run, setConflict, setQuestion, ...saveRun } = useSaveRun(state, queue);
  const { conflict, question } = saveRun;
  const [sendNew] = useState(createProductSender);
  const { form } = state;

  async function create(intent: SaveIntent, values: ProductValues, answer: Answer): Promise<void> {
    const created = await sendNew({ ...toCreateBody(intent, values), ...answer });
    state.markSaved();
    const undo = () =>
      trashProduct(created.id).then(() => router.push("/admin/products"), toastError);
    toastCreated(created, mayTrash ? undo : undefined);
    router.push(`/admin/products/${created.id}/edit`);
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
    const changedSince = intent === "discard" ? [] : getChangedFields(values, form.getValues());
    state.startFrom(saved.product, changedSince);
    router.refresh();
    toastSaved(intent, saved, () =>
      revertStatus(state, saved.product, product.status).then(router.refresh, toastError),
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
    const isMissingPrice = question.about === "noPrice";
    if (isMissingPrice) form.setValue("priceOnRequest", true, { shouldDirty: true });
    void save(question.intent, isMissingPrice ? {} : { confirmHighPrice: true });
  }

  /** Saves again on the current version, with the editor's own values for conflicting fields in `mine`. */
  function resolveConflict(mine: ReadonlySet<string>): void {
    if (!conflict) return;
    const { current, fields, intent } = conflict;
    const changed = getChangedFields(state.current().values, form.getValues());
    const ownFields = changed.filter((field) => !(field in fields) || mine.has(field));
    state.startFrom(current, ownFields);
    setConflict(null);
    void save(intent);
  }

  return {
    ...saveRun,
    closeConflict: () => setConflict(null),
    closeQuestion: () => setQuestion(null),
    save,
    resolveConflict,
    confirm,
  };
}

function toastSaved(
  intent: SaveIntent,
  { product, mergedWith }: SavedProduct,
  undoPublish: () => unknown,
): void {
  if (mergedWith) {
    toastSuccess(`Fusionné avec les modifications de ${isolateUserText(mergedWith.userName)}`);
  } else if (intent === "publish") {
    toastPublished(SUCCESS_MESSAGES.publish, product, undoPublish);
  } else {
    toastSuccess(SUCCESS_MESSAGES[intent]);
  }
}

function toastCreated(product: ProductForEdit, undo: (() => unknown) | undefined): void {
  if (product.status === "ACTIVE") toastPublished("Produit créé et publié", product, undo);
  else toastSuccess(SUCCESS_MESSAGES.create, { undo });
}

export type ProductSaving = ReturnType<typeof useProductSave>;

/** Restores the status that the product had before it was published. */
async function revertStatus(
  state: ProductState,
  { id, version }: ProductForEdit,
  status: ProductForEdit["status"],
): Promise<void> {
  const { product } = await patchProduct(id, { version, status });
  state.startFrom(product, getChangedFields(state.current().values, state.form.getValues()));
}
