"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { AdminPage } from "@/app/admin/_components/admin-page";
import { toastError, toastSuccess } from "@/app/admin/_components/toast";
import { useHydrated } from "@/app/admin/_components/use-hydrated";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { CategoryEditor } from "./category-editor";
import { CategoryTree } from "./category-tree";
import { DeleteDialog } from "./delete-dialog";
import { useCategoryMoves } from "./use-category-moves";

type Opened = { what: "new" } | { what: "edit" | "delete"; id: string } | null;

export function CategoryBoard({ categories }: { categories: StaffCategory[] }) {
  const { shown, said, move, reload } = useCategoryMoves(categories);
  const isReady = useHydrated();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const chosen = opened && "id" in opened ? shown.find(({ id }) => id === opened.id) : undefined;
  const done = (message: string) => {
    close();
    toastSuccess(message);
    reload().catch(toastError);
  };
  return (
    <AdminPage
      title="Catégories"
      actions={
        <button
          type="button"
          className="button"
          disabled={!isReady}
          onClick={() => setOpened({ what: "new" })}
        >
          <Plus aria-hidden="true" />
          Nouvelle catégorie
        </button>
      }
    >
      <p className={admin.hint}>
        Trois niveaux au plus. Pour ranger : tirez la poignée, ou utilisez les flèches.
      </p>
      {shown.length === 0 ? (
        <p className={admin.empty}>Aucune catégorie pour l'instant.</p>
      ) : (
        <CategoryTree
          categories={shown}
          onMove={move}
          onEdit={(id) => setOpened({ what: "edit", id })}
          onDelete={(id) => setOpened({ what: "delete", id })}
        />
      )}
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <CategoryEditor
        open={opened?.what === "new" || (opened?.what === "edit" && chosen !== undefined)}
        category={opened?.what === "edit" ? chosen : undefined}
        categories={shown}
        onClose={close}
        onSaved={done}
      />
      {chosen && opened?.what === "delete" && (
        <DeleteDialog
          category={chosen}
          categories={shown}
          onClose={close}
          onDeleted={() => done("Catégorie supprimée")}
        />
      )}
    </AdminPage>
  );
}
