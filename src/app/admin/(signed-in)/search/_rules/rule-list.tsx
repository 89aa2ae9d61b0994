"use client";

import { RecordList } from "@/app/admin/_components/records/record-list";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import { QUERY_RULE_FIELDS } from "@/domain/search/query-rules/fields";
import type { QueryRule, RuleProduct } from "@/domain/search/query-rules/schema";
import styles from "../search.module.css";
import { RuleForm } from "./rule-form";

interface Props {
  rules: readonly QueryRule[];
  mayWrite: boolean;
}

const WORDS = {
  list: "Règles",
  empty: "Aucune règle. La recherche choisit elle-même l'ordre des produits.",
  create: "Nouvelle règle",
  edit: "Modifier la règle",
  remove: "Supprimer la règle",
  saved: "Règle enregistrée",
  removed: "Règle supprimée",
};

export function RuleList({ rules, mayWrite }: Props) {
  return (
    <RecordList
      records={rules}
      mayWrite={mayWrite}
      path="/api/admin/search/rules"
      words={WORDS}
      getName={({ query }) => query}
      listClassName={rows.list}
      itemClassName={rows.row}
      renderRecord={(rule) => <RuleSummary rule={rule} />}
      renderForm={(rule, onSaved) => <RuleForm rule={rule} onSaved={onSaved} />}
      renderQuestion={({ query }) => (
        <>
          « <UserText text={query} /> » montrera de nouveau ses résultats habituels.
        </>
      )}
    />
  );
}

function RuleSummary({ rule: { query, pinned, hidden, redirectTo } }: { rule: QueryRule }) {
  return (
    <div className={rows.what}>
      <p className={rows.title}>
        <UserText text={query} />
      </p>
      <ProductNames label={QUERY_RULE_FIELDS.pinnedProductIds.label} products={pinned} />
      <ProductNames label={QUERY_RULE_FIELDS.hiddenProductIds.label} products={hidden} />
      {redirectTo && (
        <p className={styles.facts}>
          Ouvre <bdi dir="ltr">{redirectTo}</bdi>
        </p>
      )}
    </div>
  );
}

function ProductNames({ label, products }: { label: string; products: readonly RuleProduct[] }) {
  if (products.length === 0) return null;
  return (
    <p className={styles.facts}>
      <span>
        {label} :{" "}
        {products.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <UserText text={name} />
          </span>
        ))}
      </span>
    </p>
  );
}
