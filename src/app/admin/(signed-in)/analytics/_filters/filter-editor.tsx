"use client";

import { X } from "lucide-react";
import { useId, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField } from "@/app/admin/_components/fields/fields";
import { IconButton } from "@/app/admin/_components/icon-button";
import { ProductPicker } from "@/app/admin/_components/product-picker/product-picker";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { FilterChoices } from "@/domain/analytics/definitions/choices-queries";
import {
  type AnalyticsFilter,
  FILTER_PROPERTIES,
  type FilterProperty,
} from "@/domain/analytics/report/filter-schema";
import { formatValue, PROPERTY_LABELS } from "@/domain/analytics/report/labels";
import styles from "./filter-editor.module.css";

interface Props {
  filter: AnalyticsFilter;
  onChange: (filter: AnalyticsFilter) => void;
  choices: FilterChoices;
  /** Makes the names of the fields unique in their form. */
  name: string;
  /** The names of products that the filter mentions, by id. */
  names: Readonly<Record<string, string>>;
}

/** Conditions as sentences: a property and its values, each added from a list. */
export function FilterEditor({ filter, onChange, choices, name, names }: Props) {
  const [picked, setPicked] = useState(new Map<string, string>());
  const used = FILTER_PROPERTIES.filter((property) => filter[property] !== undefined);
  const unused = FILTER_PROPERTIES.filter((property) => filter[property] === undefined);
  const getName = (property: FilterProperty, value: string) =>
    picked.get(value) ??
    choices[property]?.find(([known]) => known === value)?.[1] ??
    formatValue(property, value, Object.hasOwn(names, value) ? names[value] : undefined);
  const change = (property: FilterProperty, values: readonly string[]) => {
    const rest = FILTER_PROPERTIES.filter((each) => each !== property).flatMap((each) =>
      filter[each] ? [[each, filter[each]] as const] : [],
    );
    onChange(Object.fromEntries(values.length > 0 ? [...rest, [property, values] as const] : rest));
  };
  return (
    <div className={styles.editor}>
      {used.map((property) => (
        <Condition
          key={property}
          property={property}
          values={filter[property] ?? []}
          options={choices[property] ?? []}
          name={`${name}-${property}`}
          getName={(value) => getName(property, value)}
          onChange={(values) => change(property, values)}
          onPick={(value, label) => {
            setPicked(new Map(picked).set(value, label));
            change(property, [...(filter[property] ?? []), value]);
          }}
        />
      ))}
      <AddCondition
        name={name}
        properties={unused}
        choices={choices}
        isFirst={used.length === 0}
        onAdd={(property, value, label) => {
          setPicked(new Map(picked).set(value, label));
          change(property, [value]);
        }}
      />
    </div>
  );
}

interface ConditionProps {
  property: FilterProperty;
  values: readonly string[];
  options: readonly (readonly [value: string, label: string])[];
  name: string;
  getName: (value: string) => string;
  onChange: (values: string[]) => void;
  onPick: (value: string, label: string) => void;
}

function Condition({ property, values, options, name, getName, onChange, onPick }: ConditionProps) {
  const id = useId();
  const label = PROPERTY_LABELS[property];
  return (
    <fieldset className={styles.condition} aria-describedby={id}>
      <legend>{label}</legend>
      <ul id={id} className={styles.values} data-plain>
        {values.map((value, index) => (
          <li key={value}>
            <span>
              {index > 0 && "ou "}
              <UserText text={getName(value)} />
            </span>
            <IconButton
              label={`Retirer ${label} : ${getName(value)}`}
              onClick={() => onChange(values.filter((each) => each !== value))}
            >
              <X aria-hidden="true" size={16} />
            </IconButton>
          </li>
        ))}
      </ul>
      <ValuePicker
        property={property}
        options={options.filter(([value]) => !values.includes(value))}
        excluded={values}
        name={name}
        label={`Ou encore (${label.toLowerCase()})`}
        onPick={onPick}
      />
    </fieldset>
  );
}

interface AddProps {
  name: string;
  properties: readonly FilterProperty[];
  choices: FilterChoices;
  isFirst: boolean;
  onAdd: (property: FilterProperty, value: string, label: string) => void;
}

function AddCondition({ name, properties, choices, isFirst, onAdd }: AddProps) {
  const [property, setProperty] = useState<FilterProperty>();
  return (
    <div className={admin.toolbar}>
      <SelectField
        label={isFirst ? "Condition" : "Et aussi"}
        name={`${name}-property`}
        emptyLabel="Choisir"
        options={properties.map((each) => [each, PROPERTY_LABELS[each]])}
        value={property ?? ""}
        onChange={({ target }) => setProperty(properties.find((each) => each === target.value))}
      />
      {property && (
        <ValuePicker
          key={property}
          property={property}
          options={choices[property] ?? []}
          excluded={[]}
          name={`${name}-${property}`}
          label={PROPERTY_LABELS[property]}
          onPick={(value, label) => {
            onAdd(property, value, label);
            setProperty(undefined);
          }}
        />
      )}
    </div>
  );
}

interface PickerProps {
  property: FilterProperty;
  options: readonly (readonly [value: string, label: string])[];
  excluded: readonly string[];
  name: string;
  label: string;
  onPick: (value: string, label: string) => void;
}

function ValuePicker({ property, options, excluded, name, label, onPick }: PickerProps) {
  if (property === "product") {
    return (
      <ProductPicker
        label={label}
        name={name}
        excludedIds={[...excluded]}
        onPick={({ id, name: productName }) => onPick(id, productName)}
      />
    );
  }
  if (options.length === 0 && excluded.length > 0) return null;
  return (
    <SelectField
      label={label}
      name={name}
      emptyLabel={options.length === 0 ? "Rien de connu pour l'instant" : "Choisir"}
      options={options}
      value=""
      onChange={({ target }) => {
        const option = options.find(([value]) => value === target.value);
        if (option) onPick(...option);
      }}
    />
  );
}
