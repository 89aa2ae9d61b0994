"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "@/app/admin/_components/field";
import { RowButtons } from "@/app/admin/_components/row-buttons";
import sortable from "@/app/admin/_components/sortable.module.css";
import { UserText } from "@/app/admin/_components/user-text";
import { PRODUCT_MAX_LENGTH } from "@/domain/catalogue/products/rules";
import { isBlankAmount } from "@/lib/input/amount";
import { ColourField } from "./colour-field";
import { useProductForm } from "./form-context";
import { CheckField, TextField } from "./form-fields";
import { formatPriceInput } from "./format-number-input";
import styles from "./options.module.css";
import { PhotoPicker } from "./photo-picker";
import { getValuePrice, type ValuePath } from "./product-options";

interface Props {
  handle: ReactNode;
  at: ValuePath;
  index: number;
  count: number;
  isColour: boolean;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
}

export function OptionValueRow({ handle, at, index, count, isColour, onMove, onRemove }: Props) {
  const { form, errors } = useProductForm();
  const value = useWatch({ control: form.control, name: `${at}.value` });
  const [isOpen, setOpen] = useState(false);
  const title = value.trim() || `la valeur ${index + 1}`;
  const hasError = FOLDED.some((field) => `${at}.${field}` in errors);
  if (hasError && !isOpen) setOpen(true);
  const moreId = `${at}-plus`;
  return (
    <>
      <div className={styles.row}>
        {handle}
        <PhotoPicker at={at} title={title} />
        <div className={styles.name}>
          <TextField
            name={`${at}.value`}
            label="Valeur"
            max={PRODUCT_MAX_LENGTH.optionValue}
            required
          />
        </div>
        <div className={styles.price}>
          <PriceOfValue at={at} />
        </div>
        <div className={styles.stock}>
          <TextField
            name={`${at}.stock`}
            label="Stock"
            placeholder="Non suivi"
            inputMode="numeric"
          />
        </div>
        <button
          type="button"
          className={`${sortable.move} ${styles.toggle}`}
          aria-expanded={isOpen}
          aria-controls={moreId}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown aria-hidden="true" size={18} />
          <span className="visually-hidden">
            Arabe, référence et ordre de <UserText text={title} />
          </span>
        </button>
      </div>
      <div id={moreId} className={styles.more} hidden={!isOpen}>
        <TextField
          name={`${at}.valueAr`}
          label="Valeur en arabe"
          max={PRODUCT_MAX_LENGTH.optionValue}
          arabic
        />
        <TextField name={`${at}.sku`} label="Référence" dir="ltr" />
        {isColour && <ColourField at={at} />}
        <div className={styles.last}>
          <CheckField name={`${at}.isActive`} label="Proposée aux clients" />
          <RowButtons
            rowLabel={title}
            index={index}
            count={count}
            onMove={onMove}
            onRemove={onRemove}
          />
        </div>
      </div>
    </>
  );
}

const FOLDED = ["valueAr", "sku", "swatch", "isActive"];

/** The real price. It is stored as the difference to that of the product, which an empty field follows. */
function PriceOfValue({ at }: { at: ValuePath }) {
  const { form, errors } = useProductForm();
  const [price, priceModifier, basePrice] = useWatch({
    control: form.control,
    name: [`${at}.price`, `${at}.priceModifier`, "basePrice"],
  });
  const name = `${at}.price` as const;
  const usual = getValuePrice({ price: "", priceModifier }, basePrice);
  return (
    <Field label="Prix en MAD" name={name} error={errors[name]}>
      {(control) => (
        <input
          {...control}
          autoComplete="off"
          inputMode="decimal"
          dir="ltr"
          className={admin.input}
          placeholder={usual === null ? "Sur demande" : formatPriceInput(usual)}
          value={price}
          onChange={(event) => {
            const text = event.target.value;
            form.setValue(name, text, { shouldDirty: true });
            if (isBlankAmount(text)) form.setValue(`${at}.priceModifier`, "0.00");
          }}
        />
      )}
    </Field>
  );
}
