"use client";

import dynamic from "next/dynamic";
import panel from "@/app/admin/_components/panel.module.css";
import { useProductForm } from "./form-context";
import { Pair, Section } from "./form-fields";
import styles from "./rich-text.module.css";

const RichTextEditor = dynamic(
  () => import("./rich-text-editor").then((module) => module.RichTextEditor),
  { ssr: false, loading: () => <div className={styles.waiting} aria-hidden="true" /> },
);

export function DetailsSection({ readOnly }: { readOnly: boolean }) {
  return (
    <Section
      id="details"
      title="Détails"
      hint="Conseils de pose, contenu du colis, tableaux. Le tout paraît sous la description."
    >
      <Pair>
        <RichField name="details" label="Détails" readOnly={readOnly} />
        <RichField name="detailsAr" label="Détails en arabe" arabic readOnly={readOnly} />
      </Pair>
    </Section>
  );
}

interface RichFieldProps {
  name: "details" | "detailsAr";
  label: string;
  arabic?: boolean;
  readOnly: boolean;
}

function RichField({ name, label, arabic = false, readOnly }: RichFieldProps) {
  const { form, errors, revision } = useProductForm();
  const problem = errors[name];
  return (
    <div className={styles.field}>
      <p className={styles.label} aria-hidden="true">
        {label}
      </p>
      <RichTextEditor
        id={`champ-${name}`}
        label={label}
        value={form.getValues(name)}
        revision={revision}
        arabic={arabic}
        readOnly={readOnly}
        describedBy={problem && `champ-${name}-erreur`}
        onChange={(html) => form.setValue(name, html, { shouldDirty: true })}
      />
      {problem && (
        <p id={`champ-${name}-erreur`} className={panel.alert}>
          {problem}
        </p>
      )}
    </div>
  );
}
