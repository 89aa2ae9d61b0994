"use client";

import { useWatch } from "react-hook-form";
import { type CategoryOption, toIndentedLabel } from "../../category-option";
import { useProductForm } from "../form-context";
import { Pair, SelectField, TextAreaField, TextField } from "../form-fields";
import { Section } from "./section";

export function EssentialsSection({ categories }: { categories: readonly CategoryOption[] }) {
  const { form } = useProductForm();
  const categoryId = useWatch({ control: form.control, name: "categoryId" });
  const isHidden = categories.find(({ id }) => id === categoryId)?.isHidden ?? false;
  return (
    <Section
      id="essentiel"
      title="Essentiel"
      fields={["name", "nameAr", "description", "descriptionAr", "categoryId", "sku", "brand"]}
    >
      <Pair>
        <TextField name="name" required />
        <TextField name="nameAr" arabic />
      </Pair>
      <Pair>
        <TextAreaField
          name="description"
          hint="Deux ou trois phrases. Au moins 10 caractères pour publier."
        />
        <TextAreaField name="descriptionAr" arabic />
      </Pair>
      <Pair>
        <SelectField
          name="categoryId"
          required
          emptyLabel="Choisir une catégorie"
          hint={isHidden && "Catégorie masquée : les clients ne voient pas ses produits."}
          options={categories.map((category) => [category.id, toIndentedLabel(category)])}
        />
        <Pair>
          <TextField name="sku" dir="ltr" />
          <TextField name="brand" />
        </Pair>
      </Pair>
    </Section>
  );
}
