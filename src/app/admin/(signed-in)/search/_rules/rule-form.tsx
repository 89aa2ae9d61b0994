"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { FormEnd } from "@/app/admin/_components/records/form-end";
import { findListError, useRecordForm } from "@/app/admin/_components/records/use-record-form";
import { MAX_HIDDEN, MAX_PINNED, QUERY_RULE_FIELDS } from "@/domain/search/query-rules/fields";
import type { QueryRule, RuleProduct } from "@/domain/search/query-rules/schema";
import { PickedProducts } from "./picked-products";

interface Props {
  /** Null creates a new rule. */
  rule: QueryRule | null;
  /** What customers searched for. */
  suggestedQuery?: string | undefined;
  onSaved: () => void;
}

const toIds = (products: readonly RuleProduct[]) => products.map(({ id }) => id);

export function RuleForm({ rule, suggestedQuery = "", onSaved }: Props) {
  const [pinned, setPinned] = useState(rule?.pinned ?? []);
  const [hidden, setHidden] = useState(rule?.hidden ?? []);
  const { base, key, fields, onSubmit, ...end } = useRecordForm<QueryRule>({
    record: rule,
    path: "/api/admin/search/rules",
    values: (form) => ({
      query: String(form.get("query")),
      redirectTo: String(form.get("redirectTo")),
      pinnedProductIds: toIds(pinned),
      hiddenProductIds: toIds(hidden),
    }),
    onSaved,
    onUseTheirs: (current) => {
      setPinned(current.pinned);
      setHidden(current.hidden);
    },
  });
  return (
    <form key={key} className={admin.stack} onSubmit={onSubmit} noValidate>
      <TextField
        label={QUERY_RULE_FIELDS.query.label}
        name="query"
        error={fields.query}
        max={QUERY_RULE_FIELDS.query.maxLength}
        hint="Ce que le client écrit. Majuscules et accents ne comptent pas."
        defaultValue={base?.query ?? suggestedQuery}
        dir="auto"
        required
      />
      <PickedProducts
        label={QUERY_RULE_FIELDS.pinnedProductIds.label}
        pickerLabel="Ajouter un produit en tête"
        name="pinnedProductIds"
        hint="Ils viennent avant tous les autres, dans cet ordre."
        max={MAX_PINNED}
        products={pinned}
        others={hidden}
        error={findListError(fields, "pinnedProductIds")}
        onChange={setPinned}
      />
      <PickedProducts
        label={QUERY_RULE_FIELDS.hiddenProductIds.label}
        pickerLabel="Ajouter un produit à cacher"
        name="hiddenProductIds"
        hint="Ils ne paraissent pas dans cette recherche. Ailleurs, rien ne change."
        max={MAX_HIDDEN}
        products={hidden}
        others={pinned}
        error={findListError(fields, "hiddenProductIds")}
        onChange={setHidden}
      />
      <TextField
        label={QUERY_RULE_FIELDS.redirectTo.label}
        name="redirectTo"
        error={fields.redirectTo}
        max={QUERY_RULE_FIELDS.redirectTo.maxLength}
        hint="Collez l'adresse d'une page de la boutique, par exemple /catalogue/carrelage. La recherche l'ouvre au lieu de montrer des résultats."
        defaultValue={base?.redirectTo ?? ""}
        dir="ltr"
      />
      <FormEnd {...end} />
    </form>
  );
}
