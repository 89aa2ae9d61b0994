"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { SelectField } from "@/app/admin/_components/fields/fields";
import {
  formatCategoryContents,
  formatVisibilityLoss,
  getVisibilityLoss,
  listChildren,
  MAX_LEVELS,
} from "@/domain/catalogue/categories/rules";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { AppError, toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import { CategoryOptionList } from "./category-option-list";

interface Props {
  category: StaffCategory;
  categories: StaffCategory[];
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteDialog({ category, categories, onClose, onDeleted }: Props) {
  const [moveTo, setMoveTo] = useState("");
  const [problem, setProblem] = useState<string>();
  const { id, name } = category;
  const children = listChildren(categories, id).length;
  const products = category.productCount + category.trashCount;
  const drafts = category.draftCount;
  const after = categories.map((each) => (each.id === id ? { ...each, parentId: moveTo } : each));
  const hiding = moveTo ? getVisibilityLoss(categories, after) : null;
  const hasContents = children + products + drafts > 0;

  async function remove() {
    if (hasContents && !moveTo) {
      setProblem("Choisissez où déplacer son contenu.");
      throw new AppError("VALIDATION_ERROR", { message: "Choisissez où déplacer son contenu." });
    }
    const query = moveTo ? `?moveTo=${encodeURIComponent(moveTo)}` : "";
    await api(`/api/admin/categories/${id}${query}`, { method: "DELETE" }).catch((error) => {
      setProblem(toAppError(error).message);
      throw error;
    });
    onDeleted();
  }

  return (
    <ConfirmDialog
      open
      title={`Supprimer « ${name} »`}
      confirmLabel={hasContents ? "Déplacer et supprimer" : "Supprimer la catégorie"}
      danger
      onConfirm={remove}
      onClose={onClose}
    >
      {hasContents ? (
        <>
          <p>
            Cette catégorie contient {formatCategoryContents({ products, children, drafts })}.
            Choisissez où les déplacer ; l'ancienne adresse y mènera.
          </p>
          {category.trashCount > 0 && (
            <p className={admin.hint}>Les produits de la corbeille sont déplacés aussi.</p>
          )}
          <SelectField
            label="Déplacer vers"
            name="moveTo"
            error={problem}
            value={moveTo}
            onChange={(event) => setMoveTo(event.target.value)}
            emptyLabel="Choisir une catégorie"
            required
          >
            <CategoryOptionList
              categories={categories}
              without={new Set([id])}
              maxDepth={children > 0 ? MAX_LEVELS - 2 : MAX_LEVELS}
            />
          </SelectField>
          {hiding && hiding.products > 0 && (
            <p role="status" className={admin.alert} data-tone="warn">
              La catégorie choisie est masquée.{" "}
              {formatVisibilityLoss({ products: hiding.products, categories: 0 })}
            </p>
          )}
        </>
      ) : (
        <p>Elle ne contient rien. Cette suppression ne peut pas être annulée.</p>
      )}
    </ConfirmDialog>
  );
}
