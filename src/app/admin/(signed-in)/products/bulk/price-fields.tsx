import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import type { BulkControls } from "./bulk-controls";

const MODES = [
  ["DOWN_PERCENT", "Baisser en %"],
  ["UP_PERCENT", "Augmenter en %"],
  ["DOWN", "Baisser en MAD"],
  ["UP", "Augmenter en MAD"],
  ["SET", "Fixer"],
] as const;

const ROUNDINGS = [
  ["0.05", "À 0,05 MAD"],
  ["1", "À 1 MAD"],
  ["5", "À 5 MAD"],
  ["10", "À 10 MAD"],
  ["END_90", "Terminé par ,90"],
] as const;

interface Props extends BulkControls {
  /** A very high price waits for a confirmation. */
  asksForHighPrice: boolean;
}

export function PriceChanges({ values, change, errors, asksForHighPrice }: Props) {
  const isPercent = values.priceMode.endsWith("PERCENT");
  return (
    <section className={admin.card} aria-labelledby="prix">
      <h2 id="prix">Prix</h2>
      <SelectField
        label="Changement"
        name="priceMode"
        emptyLabel="Ne pas changer"
        options={MODES}
        value={values.priceMode}
        onChange={({ target }) => change({ priceMode: target.value })}
      />
      {values.priceMode !== "" && (
        <>
          <TextField
            label={isPercent ? "De combien, en %" : "Montant en MAD"}
            name="priceValue"
            inputMode="decimal"
            value={values.priceValue}
            error={errors.priceValue}
            onChange={({ target }) => change({ priceValue: target.value })}
          />
          <SelectField
            label="Arrondi"
            name="rounding"
            emptyLabel="Au centime"
            options={ROUNDINGS}
            value={values.rounding}
            onChange={({ target }) => change({ rounding: target.value })}
          />
          <div className={admin.grid}>
            <TextField
              label="Jamais moins de (MAD)"
              name="minPrice"
              inputMode="decimal"
              value={values.minPrice}
              error={errors.minPrice}
              onChange={({ target }) => change({ minPrice: target.value })}
            />
            <TextField
              label="Jamais plus de (MAD)"
              name="maxPrice"
              inputMode="decimal"
              value={values.maxPrice}
              error={errors.maxPrice}
              onChange={({ target }) => change({ maxPrice: target.value })}
            />
          </div>
          <label className={admin.checkbox}>
            <input
              type="checkbox"
              checked={values.withVariations}
              onChange={({ target }) => change({ withVariations: target.checked })}
            />
            Calculer aussi le prix de chaque variation
          </label>
        </>
      )}
      {(asksForHighPrice || values.confirmHighPrice) && (
        <label className={admin.checkbox}>
          <input
            type="checkbox"
            checked={values.confirmHighPrice}
            onChange={({ target }) => change({ confirmHighPrice: target.checked })}
          />
          Ces prix très élevés sont justes
        </label>
      )}
    </section>
  );
}
