"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import styles from "@/app/admin/_components/rich-text/rich-text.module.css";
import { excerpt } from "@/domain/catalogue/rules";
import { CharacterCount } from "@/ui/form/character-count";
import { toPlainText } from "../../format-field-value";
import { useProductForm } from "../form-context";
import { getFieldProps, Pair } from "../form-fields";
import { Section } from "./section";

const RichTextEditor = dynamic(
  () =>
    import("@/app/admin/_components/rich-text/rich-text-editor").then(
      (module) => module.RichTextEditor,
    ),
  { ssr: false, loading: () => <div className={styles.waiting} aria-hidden="true" /> },
);

/** Distance below the viewport at which the editor starts to load. */
const PRELOAD_MARGIN = "400px";

export function DetailsSection({ readOnly }: { readOnly: boolean }) {
  const container = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const { form } = useProductForm();
  const [details, detailsAr] = useWatch({ control: form.control, name: ["details", "detailsAr"] });
  const summary = excerpt(toPlainText(details || detailsAr), 60) || "Aucun";
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: PRELOAD_MARGIN,
    });
    if (container.current) observer.observe(container.current);
    return () => observer.disconnect();
  }, []);
  return (
    <Section
      id="details"
      title="Détails"
      summary={summary}
      fields={["details", "detailsAr"]}
      collapsed
      hint="Conseils de pose, contenu du colis, tableaux. Le tout paraît sous la description."
    >
      <div ref={container}>
        <Pair>
          <RichField name="details" isNear={isNear} readOnly={readOnly} />
          <RichField name="detailsAr" arabic isNear={isNear} readOnly={readOnly} />
        </Pair>
      </div>
    </Section>
  );
}

interface RichFieldProps {
  name: "details" | "detailsAr";
  arabic?: boolean;
  isNear: boolean;
  readOnly: boolean;
}

function RichField({ name, arabic = false, isNear, readOnly }: RichFieldProps) {
  const { form, errors, revision } = useProductForm();
  const html = useWatch({ control: form.control, name });
  const { label, max = 0 } = getFieldProps(name);
  const problem = errors[name];
  return (
    <div className={styles.field}>
      <p className={styles.label} aria-hidden="true">
        {label}
      </p>
      {isNear ? (
        <RichTextEditor
          id={`champ-${name}`}
          label={label}
          value={form.getValues(name)}
          revision={revision}
          arabic={arabic}
          readOnly={readOnly}
          describedBy={problem && `champ-${name}-erreur`}
          onChange={(next) => form.setValue(name, next, { shouldDirty: true })}
        />
      ) : (
        <div className={styles.waiting} aria-hidden="true" />
      )}
      <CharacterCount controlId={`champ-${name}`} length={html.length} max={max} locale="fr" />
      {problem && (
        <p id={`champ-${name}-erreur`} className={admin.alert}>
          {problem}
        </p>
      )}
    </div>
  );
}
