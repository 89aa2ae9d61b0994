"use client";

import { useWatch } from "react-hook-form";
import { PRODUCT_MAX_LENGTH } from "@/domain/catalogue/products/rules";
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
        <TextField name="name" label="Nom" max={PRODUCT_MAX_LENGTH.name} required />
        <TextField name="nameAr" label="Nom en arabe" max={PRODUCT_MAX_LENGTH.name} arabic />
      </Pair>
      <Pair>
        <TextAreaField
          name="description"
          label="Description"
          max={PRODUCT_MAX_LENGTH.description}
          hint="Deux ou trois phrases. Au moins 10 caractères pour publier."
        />
        <TextAreaField
          name="descriptionAr"
          label="Description en arabe"
          max={PRODUCT_MAX_LENGTH.description}
          arabic
        />
      </Pair>
      <Pair>
        <SelectField
          name="categoryId"
          label="Catégorie"
          required
          emptyLabel="Choisir une catégorie"
          hint={isHidden && "Catégorie masquée : les clients ne voient pas ses produits."}
          options={categories.map((category) => [category.id, toIndentedLabel(category)])}
        />
        <Pair>
          <TextField name="sku" label="Référence" dir="ltr" />
          <TextField name="brand" label="Marque" max={PRODUCT_MAX_LENGTH.brand} />
        </Pair>
      </Pair>
    </Section>
  );
}
