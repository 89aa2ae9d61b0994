"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { RowButtons } from "@/app/admin/_components/lists/row-buttons";
import { SortableItem, SortableList } from "@/app/admin/_components/lists/sortable-list";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import { useProductForm } from "../form-context";
import { getFieldProps, Pair, TextField } from "../form-fields";
import { OptionValueRow } from "./option-value-row";
import styles from "./options.module.css";
import { EMPTY_VALUE, isColourOption } from "./product-options";

interface Props {
  index: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
}

/** An option, such as a size, with its values. Each value has its own price, stock and image. */
export function OptionCard({ index, count, onMove, onRemove }: Props) {
  const { form, clearErrors } = useProductForm();
  const { fields, append, move, remove } = useFieldArray({
    control: form.control,
    name: `variations.${index}.values`,
  });
  const option = useWatch({ control: form.control, name: `variations.${index}` });
  const moveValue = (from: number, to: number) => {
    clearErrors("variations");
    move(from, to);
  };
  const removeValue = (valueIndex: number) => {
    clearErrors("variations");
    remove(valueIndex);
  };
  const title = option?.name.trim() || `Option ${index + 1}`;
  if (!option) return null;
  return (
    <fieldset className={styles.card}>
      <legend className="visually-hidden">{title}</legend>
      <div className={styles.head}>
        <Pair>
          <TextField name={`variations.${index}.name`} placeholder="Taille, couleur…" required />
          <TextField name={`variations.${index}.nameAr`} arabic />
        </Pair>
        <RowButtons
          rowLabel={`l'option ${title}`}
          index={index}
          count={count}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <ValueChips
        index={index}
        values={option.values.map(({ value }) => value)}
        onAdd={(value) => append({ ...EMPTY_VALUE, value }, { shouldFocus: false })}
        onRemove={removeValue}
      />
      {fields.length > 0 && (
        <>
          <div className={styles.columns} aria-hidden="true">
            <span>{getFieldProps(`variations.${index}.values.0.value`).label}</span>
            <span>{getFieldProps("basePrice").label}</span>
            <span>{getFieldProps(`variations.${index}.values.0.stock`).label}</span>
          </div>
          <SortableList ids={fields.map(({ id }) => id)} layout="list" onMove={moveValue}>
            <ol className={styles.values} data-plain>
              {fields.map((field, valueIndex) => (
                <SortableItem
                  key={field.id}
                  id={field.id}
                  className={styles.value}
                  handleLabel={`Déplacer ${option.values[valueIndex]?.value || `la valeur ${valueIndex + 1}`}`}
                >
                  {(handle) => (
                    <OptionValueRow
                      handle={handle}
                      path={`variations.${index}.values.${valueIndex}`}
                      index={valueIndex}
                      count={fields.length}
                      isColour={isColourOption(option)}
                      onMove={moveValue}
                      onRemove={() => removeValue(valueIndex)}
                    />
                  )}
                </SortableItem>
              ))}
            </ol>
          </SortableList>
          <p className={admin.hint}>
            Prix vide : celui du produit. Stock vide : non suivi ; 0 : épuisé.
            {count > 1 && " Le prix est celui du produit avec cette seule valeur."}
          </p>
        </>
      )}
    </fieldset>
  );
}

interface ChipsProps {
  index: number;
  values: readonly string[];
  onAdd: (value: string) => void;
  onRemove: (valueIndex: number) => void;
}

/** Shows the values as chips, with a field that adds a value on Enter. */
function ValueChips({ index, values, onAdd, onRemove }: ChipsProps) {
  const input = useRef<HTMLInputElement>(null);
  const [announcement, setAnnouncement] = useState("");
  const id = `option-${index}-valeur`;
  const add = () => {
    const value = input.current?.value.trim() ?? "";
    if (!input.current || value === "") return;
    const exists = values.some((other) => other.trim() === value);
    if (!exists) onAdd(value);
    setAnnouncement(exists ? `« ${value} » est déjà là.` : `« ${value} » est ajouté.`);
    input.current.value = "";
    input.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  };
  return (
    <div className={styles.chips}>
      {values.map((value, valueIndex) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: chips are identified by position; values may be equal.
        <span key={valueIndex} className={styles.chip}>
          <UserText text={value || "…"} />
          <button type="button" onClick={() => onRemove(valueIndex)}>
            <X aria-hidden="true" size={16} />
            <span className="visually-hidden">
              Retirer {value || `la valeur ${valueIndex + 1}`}
            </span>
          </button>
        </span>
      ))}
      <span className={styles.adder}>
        <label htmlFor={id} className="visually-hidden">
          Ajouter une valeur
        </label>
        <input
          ref={input}
          id={id}
          className={admin.input}
          placeholder={values.length === 0 ? "60 × 60 cm, puis Entrée" : "Une autre valeur"}
          autoComplete="off"
          enterKeyHint="done"
          onKeyDown={onKeyDown}
        />
        <SmallButton onClick={add}>Ajouter</SmallButton>
      </span>
      <span role="status" className="visually-hidden">
        {announcement}
      </span>
    </div>
  );
}
