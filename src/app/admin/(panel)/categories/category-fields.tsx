"use client";

import { type ReactNode, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "@/app/admin/_components/field";
import { ImageField } from "@/app/admin/_components/image-field";
import {
  CATEGORY_MAX_LENGTH,
  familyOf,
  inTreeOrder,
  MOST_LEVELS,
} from "@/domain/catalogue/categories/rules";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { PRODUCT_MAX_LENGTH } from "@/domain/catalogue/products/rules";
import { lookup } from "@/lib/lookup";
import { CategoryOptionList } from "./category-option-list";
import { CATEGORY_ICONS } from "./icons";

interface Props {
  category: StaffCategory | undefined;
  categories: StaffCategory[];
  errors: Record<string, string>;
  message: string | undefined;
  isPending: boolean;
  /** The conflict notice, above the submit button. */
  children: ReactNode;
}

export function CategoryFields(props: Props) {
  const { category, categories, errors, message, isPending, children } = props;
  const [isUploading, setUploading] = useState(false);
  const hasGeneralError = message && Object.keys(errors).length === 0;
  return (
    <div className={admin.stack}>
      <TextFields category={category} errors={errors} />
      <ParentField category={category} categories={categories} error={errors.parentId} />
      <ImageField
        name="imageUrl"
        label="Image"
        value={category?.imageUrl ?? null}
        error={errors.imageUrl}
        onBusy={setUploading}
      />
      <IconField value={category?.icon ?? null} error={errors.icon} />
      {category && (
        <Field
          label="Adresse de la page"
          name="slug"
          error={errors.slug}
          max={PRODUCT_MAX_LENGTH.slug}
          hint="L'ancienne adresse mènera à la nouvelle."
        >
          {(control) => (
            <input {...control} className={admin.input} defaultValue={category.slug} dir="ltr" />
          )}
        </Field>
      )}
      <label className={admin.checkbox}>
        <input type="checkbox" name="isActive" defaultChecked={category?.isActive ?? true} />
        Visible dans la boutique
      </label>
      {children}
      {hasGeneralError && (
        <p role="alert" className={admin.alert}>
          {message}
        </p>
      )}
      <button type="submit" className="button" disabled={isPending || isUploading}>
        {category ? "Enregistrer" : "Créer la catégorie"}
      </button>
    </div>
  );
}

function TextFields({ category, errors }: Pick<Props, "category" | "errors">) {
  return (
    <>
      <Field label="Nom" name="name" error={errors.name} max={CATEGORY_MAX_LENGTH.name} required>
        {(control) => <input {...control} className={admin.input} defaultValue={category?.name} />}
      </Field>
      <Field
        label="Nom en arabe"
        name="nameAr"
        error={errors.nameAr}
        max={CATEGORY_MAX_LENGTH.name}
      >
        {(control) => (
          <input
            {...control}
            className={admin.input}
            defaultValue={category?.nameAr ?? ""}
            lang="ar"
            dir="rtl"
          />
        )}
      </Field>
      <Field
        label="Description"
        name="description"
        error={errors.description}
        max={CATEGORY_MAX_LENGTH.description}
      >
        {(control) => (
          <textarea
            {...control}
            className={admin.textarea}
            defaultValue={category?.description ?? ""}
          />
        )}
      </Field>
      <Field
        label="Description en arabe"
        name="descriptionAr"
        error={errors.descriptionAr}
        max={CATEGORY_MAX_LENGTH.description}
      >
        {(control) => (
          <textarea
            {...control}
            className={admin.textarea}
            defaultValue={category?.descriptionAr ?? ""}
            lang="ar"
            dir="rtl"
          />
        )}
      </Field>
    </>
  );
}

function ParentField({
  category,
  categories,
  error,
}: Pick<Props, "category" | "categories"> & { error: string | undefined }) {
  const family = category ? familyOf(categories, category.id) : new Set<string>();
  const depths = inTreeOrder(categories).filter(({ id }) => family.has(id));
  const height = Math.max(0, ...depths.map(({ depth }) => depth)) - (depths[0]?.depth ?? 0) + 1;
  return (
    <Field label="Placée dans" name="parentId" error={error}>
      {(control) => (
        <select {...control} className={admin.select} defaultValue={category?.parentId ?? ""}>
          <option value="">Premier niveau</option>
          <CategoryOptionList
            categories={categories}
            without={family}
            maxDepth={MOST_LEVELS - height - 1}
          />
        </select>
      )}
    </Field>
  );
}

function IconField({ value, error }: { value: string | null; error: string | undefined }) {
  const [chosen, setChosen] = useState(value ?? "");
  const Icon = lookup(CATEGORY_ICONS, chosen)?.Icon;
  const isUnknown = chosen !== "" && !lookup(CATEGORY_ICONS, chosen);
  return (
    <Field
      label="Icône"
      name="icon"
      error={error}
      hint={Icon && <Icon aria-hidden="true" size={28} />}
    >
      {(control) => (
        <select
          {...control}
          className={admin.select}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">Aucune</option>
          {isUnknown && <option value={chosen}>{chosen}</option>}
          {Object.entries(CATEGORY_ICONS).map(([name, { label }]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
