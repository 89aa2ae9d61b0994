import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import { findProductField } from "@/domain/catalogue/products/fields";
import { type CategoryOption, toIndentedLabel } from "../category-option";
import type { BulkControls } from "./bulk-controls";
import type { BulkValues } from "./bulk-values";

const NO_CHANGE = "Ne pas changer";
const YES_NO = [
  ["yes", "Oui"],
  ["no", "Non"],
] as const;
const BRAND_MODES = [
  ["SET", "Mettre une marque"],
  ["REMOVE", "Retirer la marque"],
] as const;
const STOCK_MODES = [
  ["SET", "Fixer le stock de chaque variation"],
  ["ADD", "Ajouter ou retirer"],
  ["UNTRACKED", "Ne plus suivre le stock"],
] as const;
const FACT_MODES = [
  ["SET", "Mettre, ou ajouter si elle manque"],
  ["REPLACE", "Remplacer là où elle existe"],
  ["REMOVE", "Retirer"],
] as const;

interface Props extends BulkControls {
  categories: readonly CategoryOption[];
}

export function FieldChanges({ categories, ...controls }: Props) {
  const options = categories.map((each) => [each.id, toIndentedLabel(each)] as const);
  return (
    <>
      <section className={admin.card} aria-labelledby="champs">
        <h2 id="champs">Autres champs</h2>
        <Choice {...controls} name="categoryId" options={options} />
        <Choice {...controls} name="status" />
        <Choice {...controls} name="availability" />
        <Choice {...controls} name="saleUnit" />
        <Choice {...controls} name="isFeatured" options={YES_NO} />
        <Choice {...controls} name="isNew" options={YES_NO} />
        <Choice {...controls} name="brandMode" field="brand" options={BRAND_MODES} />
        {controls.values.brandMode === "SET" && (
          <Text {...controls} name="brand" label="Nouvelle marque" />
        )}
        <Choice {...controls} name="stockMode" field="variations.stock" options={STOCK_MODES} />
        {["SET", "ADD"].includes(controls.values.stockMode) && (
          <Text
            {...controls}
            name="stock"
            label={controls.values.stockMode === "ADD" ? "Pièces en plus ou en moins" : "Pièces"}
          />
        )}
      </section>
      <FactChanges {...controls} />
    </>
  );
}

function FactChanges(controls: BulkControls) {
  const { factMode } = controls.values;
  return (
    <section className={admin.card} aria-labelledby="caracteristique">
      <h2 id="caracteristique">Caractéristique</h2>
      <Choice
        {...controls}
        name="factMode"
        label="Changement de la caractéristique"
        options={FACT_MODES}
      />
      {factMode !== "" && <Text {...controls} name="factName" label="Nom de la caractéristique" />}
      {factMode === "REPLACE" && (
        <Text {...controls} name="factFrom" label="Seulement si la valeur est (facultatif)" />
      )}
      {["SET", "REPLACE"].includes(factMode) && (
        <>
          <Text {...controls} name="factValue" label="Nouvelle valeur" />
          <Text {...controls} name="factValueAr" label="Nouvelle valeur en arabe" arabic />
        </>
      )}
    </section>
  );
}

type TextName = {
  [N in keyof BulkValues]: BulkValues[N] extends string ? N : never;
}[keyof BulkValues];

interface ChoiceProps extends BulkControls {
  name: TextName;
  label?: string;
  /** The field of the product, where it is not `name`. */
  field?: string;
  options?: readonly (readonly [value: string, label: string])[];
}

/** A select of which the first option changes nothing. Label and options default to those of the product's field. */
function Choice({ name, field = name, label, options, values, change, errors }: ChoiceProps) {
  const row = findProductField(field);
  return (
    <SelectField
      label={label ?? row?.label}
      name={name}
      emptyLabel={NO_CHANGE}
      options={options ?? Object.entries(row?.choices ?? {})}
      value={values[name]}
      error={errors[name]}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  );
}

/** Controls whose name is not that of the product's field. */
const PRODUCT_FIELDS = new Map<TextName, string>([
  ["factName", "facts.name"],
  ["factFrom", "facts.value"],
  ["factValue", "facts.value"],
  ["factValueAr", "facts.valueAr"],
]);

interface TextProps extends BulkControls {
  name: TextName;
  label: string;
  arabic?: boolean;
}

function Text({ name, label, arabic, values, change, errors }: TextProps) {
  return (
    <TextField
      label={label}
      name={name}
      arabic={arabic}
      max={findProductField(PRODUCT_FIELDS.get(name) ?? name)?.maxLength}
      value={values[name]}
      error={errors[name]}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  );
}
