"use client";

import { Plus } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { RowButtons } from "@/app/admin/_components/lists/row-buttons";
import { SortableItem, SortableList } from "@/app/admin/_components/lists/sortable-list";
import { plural } from "@/lib/format/format";
import styles from "../form.module.css";
import { useProductForm } from "../form-context";
import { TextField } from "../form-fields";
import { EMPTY_FACT } from "../product-values";
import { Section } from "./section";

export function FactsSection() {
  const { form, clearErrors } = useProductForm();
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: "facts" });
  const moveRow = (from: number, to: number) => {
    clearErrors("facts");
    move(from, to);
  };
  return (
    <Section
      id="caracteristiques"
      title="Caractéristiques"
      summary={formatCount(fields.length)}
      fields={["facts"]}
      collapsed
      hint="Le tableau technique : format, épaisseur, matière. La première paraît aussi dans les listes."
    >
      <SortableList ids={fields.map(({ id }) => id)} layout="list" onMove={moveRow}>
        <ol className={styles.rows} data-plain>
          {fields.map((field, index) => (
            <SortableItem
              key={field.id}
              id={field.id}
              className={styles.row}
              handleLabel={`Déplacer la caractéristique ${index + 1}`}
            >
              {(handle) => (
                <>
                  <div className={styles.rowHead}>
                    {handle}
                    <h3 className={styles.rowTitle}>Caractéristique {index + 1}</h3>
                    <RowButtons
                      rowLabel={`la caractéristique ${index + 1}`}
                      index={index}
                      count={fields.length}
                      onMove={moveRow}
                      onRemove={() => {
                        clearErrors("facts");
                        remove(index);
                      }}
                    />
                  </div>
                  <FactFields index={index} />
                </>
              )}
            </SortableItem>
          ))}
        </ol>
      </SortableList>
      <button
        type="button"
        className="button"
        data-variant="quiet"
        onClick={() => append(EMPTY_FACT, { shouldFocus: true })}
      >
        <Plus aria-hidden="true" />
        Ajouter une caractéristique
      </button>
    </Section>
  );
}

function FactFields({ index }: { index: number }) {
  const path = `facts.${index}` as const;
  return (
    <div className={styles.two}>
      <TextField name={`${path}.name`} placeholder="Épaisseur" />
      <TextField name={`${path}.value`} placeholder="9 mm" />
      <TextField name={`${path}.nameAr`} arabic />
      <TextField name={`${path}.valueAr`} arabic />
    </div>
  );
}

function formatCount(count: number): string {
  return count === 0
    ? "Aucune"
    : `${count} ${plural(count, "fr", { one: "ligne", other: "lignes" })}`;
}
