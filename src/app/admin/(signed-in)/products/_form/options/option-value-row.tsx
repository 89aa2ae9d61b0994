"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useWatch } from "react-hook-form";
import * as fields from "@/app/admin/_components/fields/fields";
import { IconButton } from "@/app/admin/_components/icon-button";
import { RowButtons } from "@/app/admin/_components/lists/row-buttons";
import { UserText } from "@/app/admin/_components/text/user-text";
import { isBlankAmount } from "@/lib/input/amount";
import { useProductForm } from "../form-context";
import { CheckField, getFieldProps, TextField } from "../form-fields";
import { formatPriceInput } from "../format-number-input";
import { PhotoPicker } from "../images/photo-picker";
import { ColourField } from "./colour-field";
import styles from "./options.module.css";
import { getValuePrice, type ValuePath } from "./product-options";

interface Props {
  handle: ReactNode;
  path: ValuePath;
  index: number;
  count: number;
  isColour: boolean;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
}

export function OptionValueRow({ handle, path, index, count, isColour, onMove, onRemove }: Props) {
  const { form, errors } = useProductForm();
  const value = useWatch({ control: form.control, name: `${path}.value` });
  const [isOpen, setOpen] = useState(false);
  const title = value.trim() || `la valeur ${index + 1}`;
  const hasError = COLLAPSED_FIELDS.some((field) => `${path}.${field}` in errors);
  if (hasError && !isOpen) setOpen(true);
  const detailsId = `${path}-plus`;
  return (
    <>
      <div className={styles.row}>
        {handle}
        <PhotoPicker path={path} title={title} />
        <div className={styles.name}>
          <TextField name={`${path}.value`} required />
        </div>
        <div className={styles.price}>
          <ValuePriceField path={path} />
        </div>
        <div className={styles.stock}>
          <TextField name={`${path}.stock`} placeholder="Non suivi" inputMode="numeric" />
        </div>
        <IconButton
          className={styles.toggle}
          label={
            <>
              Arabe, référence et ordre de <UserText text={title} />
            </>
          }
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown aria-hidden="true" size={18} />
        </IconButton>
      </div>
      <div id={detailsId} className={styles.details} hidden={!isOpen}>
        <TextField name={`${path}.valueAr`} arabic />
        <TextField name={`${path}.sku`} dir="ltr" />
        {isColour && <ColourField path={path} />}
        <div className={styles.last}>
          <CheckField name={`${path}.isActive`} />
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

const COLLAPSED_FIELDS = ["valueAr", "sku", "swatch", "isActive"];

/** Shows the final price. The database stores its difference to the product's price; an empty field means no difference. */
function ValuePriceField({ path }: { path: ValuePath }) {
  const { form, errors } = useProductForm();
  const [price, priceModifier, basePrice] = useWatch({
    control: form.control,
    name: [`${path}.price`, `${path}.priceModifier`, "basePrice"],
  });
  const name = `${path}.price` as const;
  const inheritedPrice = getValuePrice({ price: "", priceModifier }, basePrice);
  return (
    <fields.TextField
      label={getFieldProps("basePrice").label}
      name={name}
      error={errors[name]}
      autoComplete="off"
      inputMode="decimal"
      dir="ltr"
      placeholder={inheritedPrice === null ? "Sur demande" : formatPriceInput(inheritedPrice)}
      value={price}
      onChange={(event) => {
        const text = event.target.value;
        form.setValue(name, text, { shouldDirty: true });
        if (isBlankAmount(text)) form.setValue(`${path}.priceModifier`, "0.00");
      }}
    />
  );
}
