"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { PresenceNotice } from "@/app/admin/_components/page/presence-notice";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { useLeaveGuard } from "@/app/admin/_components/page/use-leave-guard";
import type { ProductForEdit } from "@/domain/catalogue/products/schema";
import type { CategoryOption } from "../category-option";
import styles from "./form.module.css";
import { ProductFormProvider } from "./form-context";
import { ImagesSection } from "./images/images-section";
import { type ProductImages, useProductImages } from "./images/use-image-uploads";
import { VariationsSection } from "./options/variations-section";
import { ConflictDialog } from "./save/conflict-dialog";
import { DraftNotice } from "./save/draft-notice";
import { ErrorSummary } from "./save/error-summary";
import { SaveBar } from "./save/save-bar";
import type { SaveIntent } from "./save/save-intent";
import { type ProductSaving, useProductSave } from "./save/use-product-save";
import { useSaveShortcut } from "./save/use-save-shortcut";
import { DetailsSection } from "./sections/details-section";
import { EssentialsSection } from "./sections/essentials-section";
import { FactsSection } from "./sections/facts-section";
import { PriceSection } from "./sections/price-section";
import { PublicationSection } from "./sections/publication-section";
import { SeoSection } from "./sections/seo-section";
import { type ProductState, useProductState } from "./use-product-state";

interface Props {
  /** Null for a new product. */
  product: ProductForEdit | null;
  /** The name of a new product, to begin with. */
  suggestedName?: string | undefined;
  categories: readonly CategoryOption[];
  userId: string;
  mayWrite: boolean;
  mayTrash: boolean;
  shopUrl: string;
}

export function ProductForm(props: Props) {
  const { categories, userId, mayWrite, mayTrash } = props;
  const state = useProductState(props.product, userId, props.suggestedName);
  const { form, base, isDirty, draft } = state;
  const { product } = base;
  const [withoutRedirect, setWithoutRedirect] = useState(false);
  const images = useProductImages(form);
  const saving = useProductSave({ state, queue: images.queue, withoutRedirect, mayTrash });
  const [isDiscarding, setDiscarding] = useState(false);
  const readOnly = !mayWrite || product?.deletedAt != null;
  const save = (intent: SaveIntent) => void saving.save(intent);
  useSaveShortcut(readOnly ? null : () => save(getShortcutIntent(product)));

  return (
    <ProductFormProvider
      value={{ ...state, product, base: base.values, withoutRedirect, setWithoutRedirect }}
    >
      <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
        {product && !readOnly && (
          <PresenceNotice
            entityType="Product"
            entityId={product.id}
            one="modifie cette fiche"
            other="modifient cette fiche"
            advice="Ce que vous changez chacun de votre côté sera réuni."
          />
        )}
        {draft && !readOnly && (
          <DraftNotice draft={draft} onResume={state.resume} onDismiss={state.dismiss} />
        )}
        <ErrorSummary message={state.message} errors={state.errors} refusals={saving.refusals} />
        <Fields {...props} images={images} readOnly={readOnly} />
        {!readOnly && (
          <SaveBar
            product={product}
            phase={saving.phase}
            isDirty={isDirty}
            onSave={save}
            onDiscard={() => setDiscarding(true)}
          />
        )}
      </form>
      {saving.conflict && (
        <ConflictDialog
          conflict={saving.conflict}
          categories={categories}
          onResolve={saving.resolveConflict}
          onClose={saving.closeConflict}
        />
      )}
      <QuestionDialog saving={saving} />
      <ConfirmDialog
        open={isDiscarding}
        title="Abandonner les modifications"
        confirmLabel="Abandonner les modifications"
        cancelLabel="Rester sur la fiche"
        danger
        onConfirm={() => {
          state.resetErrors();
          if (product?.hasDraft) save("discard");
          else if (product) state.startFrom(product);
        }}
        onClose={() => setDiscarding(false)}
      >
        <p>La fiche redevient celle que les clients voient, ou la dernière enregistrée.</p>
      </ConfirmDialog>
      <LeaveDialog state={state} isGuarded={(isDirty || images.isUploading) && !readOnly} />
    </ProductFormProvider>
  );
}

function Fields({
  categories,
  mayWrite,
  shopUrl,
  images,
  mayTrash,
  readOnly,
}: Props & { images: ProductImages; readOnly: boolean }) {
  const isHydrated = useHydrated();
  return (
    <fieldset
      className={styles.fields}
      disabled={readOnly || !isHydrated}
      data-readonly={readOnly || undefined}
    >
      <div className={styles.column}>
        <EssentialsSection categories={categories} />
        <PriceSection />
        <ImagesSection images={images} />
        <VariationsSection />
        <FactsSection />
        <DetailsSection readOnly={readOnly} />
        <SeoSection shopUrl={shopUrl} />
      </div>
      <div className={`${styles.column} ${styles.side}`}>
        <PublicationSection mayWrite={mayWrite} mayTrash={mayTrash} />
      </div>
    </fieldset>
  );
}

function QuestionDialog({ saving }: { saving: ProductSaving }) {
  const { question, confirm, closeQuestion } = saving;
  const isMissing = question?.about === "noPrice";
  return (
    <ConfirmDialog
      open={question !== null}
      title={isMissing ? "Publier sans prix ?" : "Un prix très élevé"}
      confirmLabel={isMissing ? "Publier sans prix" : "Oui, enregistrer ce prix"}
      cancelLabel="Revenir à la fiche"
      onConfirm={confirm}
      onClose={closeQuestion}
    >
      <p>{question?.text}</p>
    </ConfirmDialog>
  );
}

function LeaveDialog({ state, isGuarded }: { state: ProductState; isGuarded: boolean }) {
  const router = useRouter();
  const { leaving, stay } = useLeaveGuard(isGuarded);
  return (
    <ConfirmDialog
      open={leaving !== null}
      title="Quitter sans enregistrer"
      confirmLabel="Quitter sans enregistrer"
      cancelLabel="Rester sur la page"
      danger
      onConfirm={() => {
        if (!leaving) return;
        state.storeDraft();
        router.push(leaving);
      }}
      onClose={stay}
    >
      <p>
        Cette page contient des modifications non enregistrées. Cet appareil les garde et vous les
        proposera à votre retour.
      </p>
    </ConfirmDialog>
  );
}

/** Returns the intent of Ctrl+S, which saves and never publishes. */
function getShortcutIntent(product: ProductForEdit | null): SaveIntent {
  if (product === null) return "create";
  return product.status === "ACTIVE" ? "draft" : "save";
}
