"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import type { StaffCategory } from "@/domain/catalogue/categories/schema";
import { CategoryEditor } from "./category-editor";
import { CategoryTree } from "./category-tree";
import { DeleteDialog } from "./delete-dialog";
import { useCategoryMoves } from "./use-category-moves";

type OpenDialog = { kind: "new" } | { kind: "edit" | "delete"; id: string } | null;

export function CategoryBoard({ categories }: { categories: StaffCategory[] }) {
  const { shown, announcement, move, reload } = useCategoryMoves(categories);
  const isHydrated = useHydrated();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const close = () => setDialog(null);
  const chosen = dialog && "id" in dialog ? shown.find(({ id }) => id === dialog.id) : undefined;
  const finish = (message: string) => {
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
          disabled={!isHydrated}
          onClick={() => setDialog({ kind: "new" })}
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
          onEdit={(id) => setDialog({ kind: "edit", id })}
          onDelete={(id) => setDialog({ kind: "delete", id })}
        />
      )}
      <p role="status" className="visually-hidden">
        {announcement}
      </p>
      <CategoryEditor
        open={dialog?.kind === "new" || (dialog?.kind === "edit" && chosen !== undefined)}
        category={dialog?.kind === "edit" ? chosen : undefined}
        categories={shown}
        onClose={close}
        onSaved={finish}
      />
      {chosen && dialog?.kind === "delete" && (
        <DeleteDialog
          category={chosen}
          categories={shown}
          onClose={close}
          onDeleted={() => finish("Catégorie supprimée")}
        />
      )}
    </AdminPage>
  );
}
