"use client";

import { type FormEvent, useRef, useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import {
  formatVisibilityLoss,
  getVisibilityLoss,
  type VisibilityLoss,
} from "@/domain/catalogue/categories/rules";
import type { CategoryConflict, StaffCategory } from "@/domain/catalogue/categories/schema";
import type { AppError } from "@/lib/errors";
import { useApiForm } from "@/ui/form/use-api-form";
import { CategoryConflictNotice } from "./category-conflict-notice";
import { CategoryFields } from "./category-fields";

interface Props {
  open: boolean;
  /** Undefined for a new category. */
  category: StaffCategory | undefined;
  categories: StaffCategory[];
  onClose: () => void;
  onSaved: (message: string) => void;
}

export function CategoryEditor({ open, category, categories, onClose, onSaved }: Props) {
  const title = category ? `Modifier « ${category.name} »` : "Nouvelle catégorie";
  const hasInput = useRef(false);
  const mayClose = () =>
    !hasInput.current ||
    window.confirm("Fermer sans enregistrer ? Ce que vous avez saisi sera perdu.");
  const close = () => {
    hasInput.current = false;
    onClose();
  };
  return (
    <Modal open={open} onClose={close} title={title} placement="side" mayClose={mayClose}>
      <EditorForm
        key={category?.id ?? "new"}
        category={category}
        categories={categories}
        onFirstInput={() => {
          hasInput.current = true;
        }}
        onSaved={(message) => {
          hasInput.current = false;
          onSaved(message);
        }}
      />
    </Modal>
  );
}

interface FormProps extends Omit<Props, "open" | "onClose"> {
  onFirstInput: () => void;
}

function EditorForm({ category, categories, onFirstInput, onSaved }: FormProps) {
  // The version to save on; replaced by the current one after a conflict.
  const [base, setBase] = useState(category);
  // The initial values of the fields: only fields that differ from them are sent.
  const [initial, setInitial] = useState(category);
  const [formKey, setFormKey] = useState(0);
  const [resolvedError, setResolvedError] = useState<AppError>();
  const form = useApiForm<StaffCategory>({
    path: base ? `/api/admin/categories/${base.id}` : "/api/admin/categories",
    method: base ? "PATCH" : "POST",
    values: (data) => ({
      ...(category ? getChangedFields(toCategoryFields(data), initial) : toCategoryFields(data)),
      version: base?.version,
    }),
    onSaved: () => onSaved(base ? "Catégorie enregistrée" : "Catégorie créée"),
  });
  const [pending, setPending] = useState<{ form: HTMLFormElement; hiding: VisibilityLoss }>();
  const isConfirmed = useRef(false);
  function submit(event: FormEvent<HTMLFormElement>): void {
    const hiding = previewHiding(
      category,
      categories,
      toCategoryFields(new FormData(event.currentTarget)),
    );
    const hidesOthers = hiding.products > 0 || hiding.categories > 1;
    if (hidesOthers && !isConfirmed.current) {
      event.preventDefault();
      setPending({ form: event.currentTarget, hiding });
      return;
    }
    isConfirmed.current = false;
    form.onSubmit(event);
  }
  const conflict = form.error !== resolvedError ? toConflict(form.error) : null;
  return (
    <>
      <form key={formKey} onSubmit={submit} onInput={onFirstInput} noValidate>
        <CategoryFields
          category={base}
          categories={categories}
          errors={form.fields}
          message={conflict || form.error === resolvedError ? undefined : form.message}
          isPending={form.isPending}
        >
          {conflict && (
            <CategoryConflictNotice
              conflict={conflict}
              onKeepMine={() => {
                setBase(conflict.current);
                setResolvedError(form.error);
              }}
              onUseTheirs={() => {
                setBase(conflict.current);
                setInitial(conflict.current);
                setResolvedError(form.error);
                setFormKey(formKey + 1);
              }}
            />
          )}
        </CategoryFields>
      </form>
      <ConfirmDialog
        open={pending !== undefined}
        title={`Masquer « ${category?.name} »`}
        confirmLabel="Masquer la catégorie"
        danger
        onConfirm={() => {
          isConfirmed.current = true;
          pending?.form.requestSubmit();
        }}
        onClose={() => setPending(undefined)}
      >
        <p>{pending && formatVisibilityLoss(pending.hiding)}</p>
      </ConfirmDialog>
    </>
  );
}

/** Returns what saving these fields would hide from customers. */
function previewHiding(
  category: StaffCategory | undefined,
  categories: StaffCategory[],
  { isActive, parentId }: ReturnType<typeof toCategoryFields>,
): VisibilityLoss {
  const after = categories.map((each) =>
    each.id === category?.id ? { ...each, isActive, parentId } : each,
  );
  return getVisibilityLoss(categories, after);
}

function toConflict(error: AppError | undefined): CategoryConflict | null {
  const details = error?.details as Partial<CategoryConflict> | undefined;
  return error?.code === "CONFLICT" && details?.current ? (details as CategoryConflict) : null;
}

function getChangedFields(
  fields: ReturnType<typeof toCategoryFields>,
  initial: StaffCategory | undefined,
) {
  const before = initial as Record<string, unknown> | undefined;
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => (before?.[name] ?? "") !== (value ?? "")),
  );
}

function toCategoryFields(data: FormData) {
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    name: text("name"),
    nameAr: text("nameAr"),
    description: text("description"),
    descriptionAr: text("descriptionAr"),
    parentId: text("parentId") || null,
    imageUrl: text("imageUrl") || null,
    icon: text("icon") || null,
    isActive: data.has("isActive"),
    slug: text("slug") || undefined,
  };
}
