"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { Modal } from "@/app/admin/_components/dialogs/modal";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import { QUERY_RULE_FIELDS } from "@/domain/search/query-rules/fields";
import type { QueryRule, RuleProduct } from "@/domain/search/query-rules/schema";
import { api } from "@/lib/http/api-client";
import styles from "../search.module.css";
import { RuleForm } from "./rule-form";

interface Props {
  rules: readonly QueryRule[];
  mayWrite: boolean;
}

export function RuleList({ rules, mayWrite }: Props) {
  const router = useRouter();
  const [edited, setEdited] = useState<QueryRule | "new" | null>(null);
  const [deleting, setDeleting] = useState<QueryRule | null>(null);
  const handleSaved = () => {
    setEdited(null);
    toastSuccess("Règle enregistrée");
    router.refresh();
  };
  const remove = async () => {
    await api(`/api/admin/search/rules/${deleting?.id ?? ""}`, { method: "DELETE" });
    toastSuccess("Règle supprimée");
    router.refresh();
  };
  return (
    <>
      {mayWrite && (
        <div className={admin.row}>
          <button type="button" className="button" onClick={() => setEdited("new")}>
            Nouvelle règle
          </button>
        </div>
      )}
      {rules.length === 0 ? (
        <p className={`${admin.card} ${admin.empty}`}>
          Aucune règle. La recherche choisit elle-même l'ordre des produits.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Règles" data-plain>
          {rules.map((rule) => (
            <li key={rule.id} className={styles.row}>
              <RuleSummary rule={rule} />
              {mayWrite && (
                <div className={admin.row}>
                  <SmallButton
                    aria-label={`Modifier la règle de « ${rule.query} »`}
                    onClick={() => setEdited(rule)}
                  >
                    Modifier
                  </SmallButton>
                  <SmallButton
                    aria-label={`Supprimer la règle de « ${rule.query} »`}
                    onClick={() => setDeleting(rule)}
                  >
                    Supprimer
                  </SmallButton>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <Modal
        open={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === "new" ? "Nouvelle règle" : "Modifier la règle"}
      >
        {edited !== null && (
          <RuleForm rule={edited === "new" ? null : edited} onSaved={handleSaved} />
        )}
      </Modal>
      <ConfirmDialog
        open={deleting !== null}
        danger
        title="Supprimer la règle"
        confirmLabel="Supprimer"
        onConfirm={remove}
        onClose={() => setDeleting(null)}
      >
        <p>
          « <UserText text={deleting?.query ?? ""} /> » montrera de nouveau ses résultats habituels.
        </p>
      </ConfirmDialog>
    </>
  );
}

function RuleSummary({ rule: { query, pinned, hidden, redirectTo } }: { rule: QueryRule }) {
  return (
    <div className={styles.what}>
      <p className={styles.title}>
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
