"use client";

import { type FormEvent, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { ProductCard } from "@/domain/catalogue/schema";
import { QUERY_RULE_FIELDS } from "@/domain/search/query-rules/fields";
import { toAppError } from "@/lib/errors";
import { formatNumber, plural } from "@/lib/format/format";
import { apiList } from "@/lib/http/api-client";
import styles from "./search.module.css";

const PRODUCTS = { one: "produit", other: "produits" };
const LANGUAGES = [
  ["fr", "Français"],
  ["ar", "Arabe"],
] as const;

interface Answer {
  q: string;
  products: ProductCard[];
  total: number;
}

/** Shows the first results that customers see at present. */
export function TrySearch() {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<string>();
  async function search(form: FormData) {
    const q = String(form.get("q")).trim();
    if (q === "") return;
    const query = new URLSearchParams({ q, locale: String(form.get("locale")), pageSize: "5" });
    try {
      const { items, pagination } = await apiList<ProductCard>(
        `/api/public/products/search?${query}`,
      );
      setAnswer({ q, products: items, total: pagination.total });
      setProblem(undefined);
    } catch (error) {
      setProblem(toAppError(error).message);
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void search(new FormData(event.currentTarget));
  };
  return (
    <section className={admin.card} aria-labelledby="essayer">
      <h2 id="essayer">Essayer une recherche</h2>
      <form className={admin.toolbar} onSubmit={submit}>
        <TextField
          label="Ce que le client écrit"
          name="q"
          max={QUERY_RULE_FIELDS.query.maxLength}
          dir="auto"
        />
        <SelectField label="Langue" name="locale" options={LANGUAGES} />
        <button type="submit" className="button" data-variant="quiet">
          Essayer
        </button>
      </form>
      <div role="status">{answer && !problem && <Results answer={answer} />}</div>
      <div role="alert">{problem && <p className={admin.alert}>{problem}</p>}</div>
    </section>
  );
}

function Results({ answer: { q, products, total } }: { answer: Answer }) {
  return (
    <>
      <p>
        « <UserText text={q} /> » :{" "}
        {total === 0
          ? "aucun produit trouvé."
          : `${formatNumber(total)} ${plural(total, "fr", PRODUCTS)}.`}
      </p>
      <ol className={styles.found}>
        {products.map(({ slug, name }) => (
          <li key={slug}>
            <UserText text={name} />
          </li>
        ))}
      </ol>
    </>
  );
}
