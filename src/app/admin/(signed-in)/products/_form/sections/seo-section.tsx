"use client";

import { useWatch } from "react-hook-form";
import admin from "@/app/admin/_components/admin.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import { excerpt } from "@/domain/catalogue/rules";
import styles from "../form.module.css";
import { useProductForm } from "../form-context";
import { Counter, TextAreaField, TextField } from "../form-fields";
import { Section } from "./section";

const TITLE_LENGTH = 60;
const DESCRIPTION_LENGTH = 155;

export function SeoSection({ shopUrl }: { shopUrl: string }) {
  return (
    <Section
      id="seo"
      title="Adresse et Google"
      fields={["slug", "withoutRedirect", "seoTitle", "seoDescription"]}
      collapsed
      hint="Vides, le titre et la description viennent du nom et de la description du produit."
    >
      <SlugField />
      <TextField name="seoTitle" hint={<Counter name="seoTitle" recommended={TITLE_LENGTH} />} />
      <TextAreaField
        name="seoDescription"
        hint={<Counter name="seoDescription" recommended={DESCRIPTION_LENGTH} />}
      />
      <ResultPreview shopUrl={shopUrl} />
    </Section>
  );
}

function SlugField() {
  const { form, product, base, withoutRedirect, setWithoutRedirect } = useProductForm();
  const slug = useWatch({ control: form.control, name: "slug" });
  const isChanged = product !== null && slug.trim() !== base.slug;
  return (
    <>
      <TextField
        name="slug"
        dir="ltr"
        hint={
          product === null
            ? "Laissez vide : elle se forme d'après le nom."
            : "Minuscules, chiffres et tirets."
        }
      />
      {isChanged && (
        <div className={admin.alert} data-tone="info">
          <p>
            {withoutRedirect
              ? "L'ancienne adresse ne mènera plus nulle part."
              : "L'ancienne adresse mènera à la nouvelle : les liens déjà donnés restent bons."}
          </p>
          <label className={admin.checkbox}>
            <input
              type="checkbox"
              checked={withoutRedirect}
              onChange={(event) => setWithoutRedirect(event.target.checked)}
            />
            Faute de frappe, sans redirection
          </label>
        </div>
      )}
    </>
  );
}

function ResultPreview({ shopUrl }: { shopUrl: string }) {
  const { form } = useProductForm();
  const [name, description, slug, seoTitle, seoDescription] = useWatch({
    control: form.control,
    name: ["name", "description", "slug", "seoTitle", "seoDescription"],
  });
  const address = `${shopUrl.replace(/^https?:\/\//, "")} › produit › ${slug || "…"}`;
  const title = seoTitle.trim() || name.trim() || "Nom du produit";
  return (
    <div className={styles.result}>
      <p className={admin.hint}>Aperçu dans Google</p>
      <p className={styles.resultAddress} dir="ltr">
        {address}
      </p>
      <p className={styles.resultTitle}>
        <UserText text={excerpt(title, TITLE_LENGTH)} />
      </p>
      <p className={styles.resultText}>
        <UserText
          text={
            excerpt(seoDescription.trim() || description.trim(), DESCRIPTION_LENGTH) ||
            "La description du produit paraîtra ici."
          }
        />
      </p>
    </div>
  );
}
