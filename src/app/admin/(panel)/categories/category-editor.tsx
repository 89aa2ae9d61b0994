"use client";

import { type FormEvent, useRef, useState } from "react";
import { ConfirmDialog } from "@/app/admin/_components/confirm-dialog";
import { Modal } from "@/app/admin/_components/modal";
import { type Hiding, hidingBetween, hidingInWords } from "@/domain/catalogue/categories/rules";
import type { CategoryConflict, StaffCategory } from "@/domain/catalogue/categories/schema";
import type { AppError } from "@/lib/errors";
import { useApiForm } from "@/ui/use-api-form";
import { CategoryFields } from "./category-fields";
import { ConflictNotice } from "./conflict-notice";

interface Props {
  open: boolean;
  /** Undefined: a new one. */
  category: StaffCategory | undefined;
  categories: StaffCategory[];
  onClose: () => void;
  onSaved: (message: string) => void;
}

export function CategoryEditor({ open, category, categories, onClose, onSaved }: Props) {
  const title = category ? `Modifier « ${category.name} »` : "Nouvelle catégorie";
  const isTouched = useRef(false);
  const mayClose = () =>
    !isTouched.current ||
    window.confirm("Fermer sans enregistrer ? Ce que vous avez saisi sera perdu.");
  const close = () => {
    isTouched.current = false;
    onClose();
  };
  return (
    <Modal open={open} onClose={close} title={title} placement="side" mayClose={mayClose}>
      <EditorForm
        key={category?.id ?? "new"}
        category={category}
        categories={categories}
        onTouched={() => {
          isTouched.current = true;
        }}
        onSaved={(message) => {
          isTouched.current = false;
          onSaved(message);
        }}
      />
    </Modal>
  );
}

interface FormProps extends Omit<Props, "open" | "onClose"> {
  onTouched: () => void;
}

function EditorForm({ category, categories, onTouched, onSaved }: FormProps) {
  // What the person started from; another one after a conflict.
  const [base, setBase] = useState(category);
  // What the fields showed at first: only what differs from it is this person's doing.
  const [started, setStarted] = useState(category);
  const [edition, setEdition] = useState(0);
  const [settled, setSettled] = useState<AppError>();
  const form = useApiForm<StaffCategory>({
    path: base ? `/api/admin/categories/${base.id}` : "/api/admin/categories",
    method: base ? "PATCH" : "POST",
    values: (data) => ({
      ...(category ? getChangedFields(fieldsOf(data), started) : fieldsOf(data)),
      ...(base && { version: base.version }),
    }),
    onSaved: () => onSaved(base ? "Catégorie enregistrée" : "Catégorie créée"),
  });
  const [hiding, setHiding] = useState<{ form: HTMLFormElement; what: Hiding }>();
  const isConfirmed = useRef(false);
  function submit(event: FormEvent<HTMLFormElement>): void {
    const what = hidingOf(category, categories, fieldsOf(new FormData(event.currentTarget)));
    const takesOthers = what.products > 0 || what.categories > 1;
    if (takesOthers && !isConfirmed.current) {
      event.preventDefault();
      setHiding({ form: event.currentTarget, what });
      return;
    }
    isConfirmed.current = false;
    form.onSubmit(event);
  }
  const conflict = form.error !== settled ? conflictOf(form.error) : null;
  return (
    <>
      <form key={edition} onSubmit={submit} onInput={onTouched} noValidate>
        <CategoryFields
          category={base}
          categories={categories}
          errors={form.fields}
          message={conflict || form.error === settled ? undefined : form.message}
          isPending={form.isPending}
        >
          {conflict && (
            <ConflictNotice
              conflict={conflict}
              onKeepMine={() => {
                setBase(conflict.current);
                setSettled(form.error);
              }}
              onTakeTheirs={() => {
                setBase(conflict.current);
                setStarted(conflict.current);
                setSettled(form.error);
                setEdition(edition + 1);
              }}
            />
          )}
        </CategoryFields>
      </form>
      <ConfirmDialog
        open={hiding !== undefined}
        title={`Masquer « ${category?.name} »`}
        confirmLabel="Masquer la catégorie"
        danger
        onConfirm={() => {
          isConfirmed.current = true;
          hiding?.form.requestSubmit();
        }}
        onClose={() => setHiding(undefined)}
      >
        <p>{hiding && hidingInWords(hiding.what)}</p>
      </ConfirmDialog>
    </>
  );
}

/** What customers would no longer see once these fields are saved. */
function hidingOf(
  category: StaffCategory | undefined,
  categories: StaffCategory[],
  { isActive, parentId }: ReturnType<typeof fieldsOf>,
): Hiding {
  const after = categories.map((each) =>
    each.id === category?.id ? { ...each, isActive, parentId } : each,
  );
  return hidingBetween(categories, after);
}

function conflictOf(error: AppError | undefined): CategoryConflict | null {
  const details = error?.details as Partial<CategoryConflict> | undefined;
  return error?.code === "CONFLICT" && details?.current ? (details as CategoryConflict) : null;
}

function getChangedFields(fields: ReturnType<typeof fieldsOf>, started: StaffCategory | undefined) {
  const before = started as Record<string, unknown> | undefined;
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => (before?.[name] ?? "") !== (value ?? "")),
  );
}

function fieldsOf(data: FormData) {
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
    ...(text("slug") && { slug: text("slug") }),
  };
}
