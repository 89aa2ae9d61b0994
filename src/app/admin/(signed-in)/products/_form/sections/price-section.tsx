"use client";

import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { formatSoldBy } from "@/domain/catalogue/sale-units";
import { type parsePrice, parseSize } from "@/lib/input/amount";
import { formatShownPrice } from "../../shown-price";
import styles from "../form.module.css";
import { useProductForm } from "../form-context";
import { CheckField, SelectField, TextField } from "../form-fields";
import { getShownPriceRange } from "../options/product-options";
import { Section } from "./section";

export function PriceSection() {
  return (
    <Section
      id="prix"
      title="Prix et disponibilité"
      fields={["basePrice", "priceOnRequest", "saleUnit", "unitSize", "unitOfSize", "availability"]}
    >
      <div className={styles.facts}>
        <TextField
          name="basePrice"
          inputMode="decimal"
          dir="ltr"
          hint="Par exemple 129 ou 129,50."
        />
        <SelectField name="saleUnit" />
        <TextField
          name="unitSize"
          inputMode="decimal"
          dir="ltr"
          hint="Ce que contient une boîte, un sac : 1,44."
        />
        <SelectField name="unitOfSize" emptyLabel="Aucune" />
        <SelectField name="availability" />
      </div>
      <CheckField name="priceOnRequest" />
      <PricePreview />
    </Section>
  );
}

/** Previews the price text of the shop, including the price per square metre or kilo. */
function PricePreview() {
  const { form } = useProductForm();
  const [basePrice, onRequest, saleUnit, unitSize, unitOfSize, options] = useWatch({
    control: form.control,
    name: ["basePrice", "priceOnRequest", "saleUnit", "unitSize", "unitOfSize", "variations"],
  });
  if (onRequest) return <p className={admin.hint}>Les clients liront : « Prix sur demande ».</p>;
  const range = getShownPriceRange(basePrice, options);
  if (range === null) return null;
  const price = range.lowest;
  const sold = {
    saleUnit,
    unitSize: toAmount(parseSize(unitSize)),
    unitOfSize: unitOfSize || null,
  };
  const soldBy = formatSoldBy(sold, price, "fr");
  return (
    <p className={admin.hint} aria-live="polite">
      Les clients liront :{" "}
      {formatShownPrice({ ...sold, price, priceFrom: range.lowest !== range.highest })}
      {soldBy && ` · ${soldBy}`}.
    </p>
  );
}

function toAmount(parsed: ReturnType<typeof parsePrice>): string | null {
  return "amount" in parsed ? parsed.amount : null;
}
