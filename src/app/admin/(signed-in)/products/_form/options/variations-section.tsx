"use client";

import { Plus } from "lucide-react";
import { useFieldArray, useWatch } from "react-hook-form";
import { plural } from "@/lib/format/format";
import { useProductForm } from "../form-context";
import { Section } from "../sections/section";
import { OptionCard } from "./option-card";
import styles from "./options.module.css";
import { EMPTY_OPTION, type ProductOption } from "./product-options";

export function VariationsSection() {
  const { form, clearErrors } = useProductForm();
  const { fields, append, remove, move } = useFieldArray({
    control: form.control,
    name: "variations",
  });
  const options = useWatch({ control: form.control, name: "variations" });
  const change = (work: () => void) => {
    clearErrors("variations");
    work();
  };
  return (
    <Section
      id="variations"
      title="Variations"
      summary={summarize(options)}
      fields={["variations"]}
      collapsed
      hint="Ce que les clients choisissent, comme une taille ou une couleur. Sans variation, le produit se vend tel quel."
    >
      {fields.length > 0 && (
        <ol className={styles.options} data-plain>
          {fields.map((field, index) => (
            <li key={field.id} className={styles.option}>
              <OptionCard
                index={index}
                count={fields.length}
                onMove={(from, to) => change(() => move(from, to))}
                onRemove={() => change(() => remove(index))}
              />
            </li>
          ))}
        </ol>
      )}
      <button
        type="button"
        className="button"
        data-variant="quiet"
        onClick={() =>
          append(structuredClone(EMPTY_OPTION), {
            focusName: `variations.${fields.length}.name`,
          })
        }
      >
        <Plus aria-hidden="true" />
        {fields.length === 0 ? "Ajouter une option" : "Ajouter une autre option"}
      </button>
    </Section>
  );
}

function summarize(options: readonly ProductOption[]): string {
  if (options.length === 0) return "Aucune";
  return options
    .map(({ name, values }) => {
      const forms = { one: "valeur", other: "valeurs" };
      return `${name || "Option"} : ${values.length} ${plural(values.length, "fr", forms)}`;
    })
    .join(" · ");
}
