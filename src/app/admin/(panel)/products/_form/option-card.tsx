"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useFieldArray, useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { RowButtons } from "@/app/admin/_components/row-buttons";
import { SortableItem, SortableList } from "@/app/admin/_components/sortable-list";
import { UserText } from "@/app/admin/_components/user-text";
import { PRODUCT_MAX_LENGTH } from "@/domain/catalogue/products/rules";
import { useProductForm } from "./form-context";
import { Pair, TextField } from "./form-fields";
import { OptionValueRow } from "./option-value-row";
import styles from "./options.module.css";
import { EMPTY_VALUE, isColourOption } from "./product-options";

interface Props {
  index: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
}

/** An option with its values: the name is typed once, each value has a price, a stock and a photo of its own. */
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
  const removeValue = (at: number) => {
    clearErrors("variations");
    remove(at);
  };
  const title = option?.name.trim() || `Option ${index + 1}`;
  if (!option) return null;
  return (
    <fieldset className={styles.card}>
      <legend className="visually-hidden">{title}</legend>
      <div className={styles.head}>
        <Pair>
          <TextField
            name={`variations.${index}.name`}
            label="Option"
            max={PRODUCT_MAX_LENGTH.optionName}
            placeholder="Taille, couleur…"
            required
          />
          <TextField
            name={`variations.${index}.nameAr`}
            label="Option en arabe"
            max={PRODUCT_MAX_LENGTH.optionName}
            arabic
          />
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
            <span>Valeur</span>
            <span>Prix en MAD</span>
            <span>Stock</span>
          </div>
          <SortableList ids={fields.map(({ id }) => id)} layout="list" onMove={moveValue}>
            <ol className={styles.values} data-plain>
              {fields.map((field, at) => (
                <SortableItem
                  key={field.id}
                  id={field.id}
                  className={styles.value}
                  handleLabel={`Déplacer ${option.values[at]?.value || `la valeur ${at + 1}`}`}
                >
                  {(handle) => (
                    <OptionValueRow
                      handle={handle}
                      at={`variations.${index}.values.${at}`}
                      index={at}
                      count={fields.length}
                      isColour={isColourOption(option)}
                      onMove={moveValue}
                      onRemove={() => removeValue(at)}
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
  onRemove: (at: number) => void;
}

/** The values as chips, and the field that adds one at each Enter. */
function ValueChips({ index, values, onAdd, onRemove }: ChipsProps) {
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState("");
  const id = `option-${index}-valeur`;
  const add = () => {
    const value = input.current?.value.trim() ?? "";
    if (!input.current || value === "") return;
    const isThere = values.some((other) => other.trim() === value);
    if (!isThere) onAdd(value);
    setTold(isThere ? `« ${value} » est déjà là.` : `« ${value} » est ajouté.`);
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
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a chip is what stands at its place; two may say the same.
        <span key={at} className={styles.chip}>
          <UserText text={value || "…"} />
          <button type="button" onClick={() => onRemove(at)}>
            <X aria-hidden="true" size={16} />
            <span className="visually-hidden">Retirer {value || `la valeur ${at + 1}`}</span>
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
        <button
          type="button"
          className="button"
          data-variant="quiet"
          data-size="small"
          onClick={add}
        >
          Ajouter
        </button>
      </span>
      <span role="status" className="visually-hidden">
        {told}
      </span>
    </div>
  );
}
