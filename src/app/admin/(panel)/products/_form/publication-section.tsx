"use client";

import { useWatch } from "react-hook-form";
import panel from "@/app/admin/_components/panel.module.css";
import { CHIPS, STATUSES } from "../words";
import styles from "./form.module.css";
import { useProductForm } from "./form-context";
import { CheckField, Section, SelectField, TextField } from "./form-fields";
import { PreviewLinks } from "./preview-links";
import { ProductActions } from "./product-actions";

const CLOCK = "Heure du magasin (GMT).";

interface Props {
  mayWrite: boolean;
  mayTrash: boolean;
}

export function PublicationSection({ mayWrite, mayTrash }: Props) {
  const { form, product } = useProductForm();
  const status = useWatch({ control: form.control, name: "status" });
  return (
    <Section id="publication" title="Publication">
      {product && (
        <p className={panel.row}>
          <span className={panel.chip} data-tone={CHIPS[product.chip].tone}>
            {CHIPS[product.chip].label}
          </span>
          {product.chip === "CHANGED" && (
            <span className={panel.hint}>
              Les clients voient encore la fiche d'avant ces modifications.
            </span>
          )}
        </p>
      )}
      {product && product.missing.length > 0 && (
        <div className={panel.alert} data-tone="warn">
          <p>Pour publier :</p>
          <ul className={styles.missing}>
            {product.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <SelectField name="status" label="Statut" hint={EFFECTS[status]} options={OPTIONS} />
      <TextField
        name="publishAt"
        label="Visible à partir du"
        type="datetime-local"
        hint={`${CLOCK} Vide : tout de suite.`}
      />
      <TextField
        name="unpublishAt"
        label="Visible jusqu'au"
        type="datetime-local"
        hint={`${CLOCK} Vide : sans fin.`}
      />
      <div>
        <CheckField name="isFeatured" label="Mettre en avant sur l'accueil" />
        <CheckField name="isNew" label="Marquer comme nouveauté" />
      </div>
      {product && <PreviewLinks product={product} mayPreview={mayWrite} />}
      {product && mayWrite && <ProductActions product={product} mayTrash={mayTrash} />}
    </Section>
  );
}

const OPTIONS = Object.entries(STATUSES);

const EFFECTS: Record<keyof typeof STATUSES, string> = {
  DRAFT: "Vous seuls le voyez.",
  ACTIVE: "Les clients le voient.",
  INACTIVE: "Les clients ne le voient plus, pour un temps.",
  ARCHIVED: "Rangé : il n'est plus vendu.",
};
