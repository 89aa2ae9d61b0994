"use client";

import { type ReactNode, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextAreaField, TextField } from "@/app/admin/_components/fields/fields";
import { ImageField } from "@/app/admin/_components/fields/image-field";
import { CATEGORY_FIELDS } from "@/domain/catalogue/categories/fields";
import {
  collectSubtreeIds,
  MAX_LEVELS,
  sortInTreeOrder,
} from "@/domain/catalogue/categories/rules";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
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
        label={CATEGORY_FIELDS.imageUrl.label}
        value={category?.imageUrl ?? null}
        error={errors.imageUrl}
        onBusy={setUploading}
      />
      <IconField value={category?.icon ?? null} error={errors.icon} />
      {category && (
        <TextField
          {...getTextProps("slug", category, errors)}
          hint="L'ancienne adresse mènera à la nouvelle."
          dir="ltr"
        />
      )}
      <label className={admin.checkbox}>
        <input type="checkbox" name="isActive" defaultChecked={category?.isActive ?? true} />
        {CATEGORY_FIELDS.isActive.label}
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

type TextName = "name" | "nameAr" | "description" | "descriptionAr" | "slug";

function TextFields({ category, errors }: Pick<Props, "category" | "errors">) {
  const getProps = (name: TextName) => getTextProps(name, category, errors);
  return (
    <>
      <TextField {...getProps("name")} required />
      <TextField {...getProps("nameAr")} arabic />
      <TextAreaField {...getProps("description")} />
      <TextAreaField {...getProps("descriptionAr")} arabic />
    </>
  );
}

function getTextProps(
  name: TextName,
  category: StaffCategory | undefined,
  errors: Record<string, string>,
) {
  const { label, maxLength } = CATEGORY_FIELDS[name];
  return {
    label,
    name,
    max: maxLength,
    error: lookup(errors, name),
    defaultValue: category?.[name] ?? "",
  };
}

function ParentField({
  category,
  categories,
  error,
}: Pick<Props, "category" | "categories"> & { error: string | undefined }) {
  const family = category ? collectSubtreeIds(categories, category.id) : new Set<string>();
  const depths = sortInTreeOrder(categories).filter(({ id }) => family.has(id));
  const height = Math.max(0, ...depths.map(({ depth }) => depth)) - (depths[0]?.depth ?? 0) + 1;
  return (
    <SelectField
      label={CATEGORY_FIELDS.parentId.label}
      name="parentId"
      error={error}
      defaultValue={category?.parentId ?? ""}
      emptyLabel="Premier niveau"
    >
      <CategoryOptionList
        categories={categories}
        without={family}
        maxDepth={MAX_LEVELS - height - 1}
      />
    </SelectField>
  );
}

function IconField({ value, error }: { value: string | null; error: string | undefined }) {
  const [chosen, setChosen] = useState(value ?? "");
  const Icon = lookup(CATEGORY_ICONS, chosen)?.Icon;
  const options = Object.entries(CATEGORY_ICONS).map(([name, { label }]) => [name, label] as const);
  const isUnknown = chosen !== "" && !lookup(CATEGORY_ICONS, chosen);
  return (
    <SelectField
      label={CATEGORY_FIELDS.icon.label}
      name="icon"
      error={error}
      hint={Icon && <Icon aria-hidden="true" size={28} />}
      value={chosen}
      onChange={(event) => setChosen(event.target.value)}
      emptyLabel="Aucune"
      options={isUnknown ? [[chosen, chosen], ...options] : options}
    />
  );
}
