"use client";

import { Plus } from "lucide-react";
import { useFieldArray, useWatch } from "react-hook-form";
import { RowButtons } from "@/app/admin/_components/row-buttons";
import { SortableItem, SortableList } from "@/app/admin/_components/sortable-list";
import styles from "./form.module.css";
import { useProductForm } from "./form-context";
import { CheckField, Section, TextField } from "./form-fields";
import { EMPTY_VARIATION } from "./product-values";
import { SwatchField } from "./swatch-field";

export function VariationsSection() {
  const { form, forgetErrors } = useProductForm();
  const { fields, append, remove, move } = useFieldArray({
    control: form.control,
    name: "variations",
  });
  const ids = fields.map(({ id }) => id);
  const moveRow = (from: number, to: number) => {
    forgetErrors("variations");
    move(from, to);
  };
  const add = () => {
    const name = form.getValues("variations").at(-1)?.name ?? "";
    const nameAr = form.getValues("variations").at(-1)?.nameAr ?? "";
    append({ ...EMPTY_VARIATION, name, nameAr }, { shouldFocus: true });
  };
  return (
    <Section
      id="variations"
      title="Variations"
      hint="Une ligne par taille ou couleur, avec son stock. Sans variation, le produit se vend tel quel."
    >
      <SortableList ids={ids} layout="list" onMove={moveRow}>
        <ol className={styles.rows} data-plain>
          {fields.map((field, index) => (
            <SortableItem
              key={field.id}
              id={field.id}
              className={styles.row}
              handleLabel={`Déplacer la variation ${index + 1}`}
            >
              {(handle) => (
                <>
                  <div className={styles.rowHead}>
                    {handle}
                    <RowTitle index={index} />
                    <RowButtons
                      what={`la variation ${index + 1}`}
                      index={index}
                      count={fields.length}
                      onMove={moveRow}
                      onRemove={() => {
                        forgetErrors("variations");
                        remove(index);
                      }}
                    />
                  </div>
                  <VariationFields index={index} />
                </>
              )}
            </SortableItem>
          ))}
        </ol>
      </SortableList>
      <button type="button" className="button" data-variant="quiet" onClick={add}>
        <Plus aria-hidden="true" />
        Ajouter une variation
      </button>
    </Section>
  );
}

function RowTitle({ index }: { index: number }) {
  const { form } = useProductForm();
  const [name, value] = useWatch({
    control: form.control,
    name: [`variations.${index}.name`, `variations.${index}.value`],
  });
  return (
    <h3 className={styles.rowTitle}>
      {value ? `${name ? `${name} : ` : ""}${value}` : `Variation ${index + 1}`}
    </h3>
  );
}

function VariationFields({ index }: { index: number }) {
  const at = `variations.${index}` as const;
  return (
    <div className={styles.rowFields}>
      <TextField name={`${at}.name`} label="Nom" placeholder="Taille" required />
      <TextField name={`${at}.value`} label="Valeur" placeholder="60 × 60 cm" required />
      <TextField name={`${at}.nameAr`} label="Nom en arabe" arabic />
      <TextField name={`${at}.valueAr`} label="Valeur en arabe" arabic />
      <TextField name={`${at}.sku`} label="Référence" dir="ltr" />
      <TextField name={`${at}.priceModifier`} label="Écart (MAD)" inputMode="text" dir="ltr" />
      <TextField name={`${at}.stock`} label="Stock" inputMode="numeric" dir="ltr" />
      <SwatchField index={index} />
      <CheckField name={`${at}.isActive`} label="Proposée" />
    </div>
  );
}
