import admin from "@/app/admin/_components/admin.module.css";
import { Field } from "@/app/admin/_components/fields/field";
import { CAMPAIGN_MAX_LENGTH } from "@/domain/campaigns/limits";
import { lookup } from "@/lib/lookup";
import { type Draft, type Language, toInputProps } from "./draft";

interface Props {
  language: Language;
  draft: Draft;
  errors: Record<string, string>;
  onChange: (fields: Partial<Draft>) => void;
}

const FIELD_NAMES = {
  fr: { subject: "subject", preheader: "preheader" },
  ar: { subject: "subjectAr", preheader: "preheaderAr" },
} as const;

/** Subject and preheader, which a mailbox shows before the mail is opened. */
export function EnvelopeSection({ language, draft, errors, onChange }: Props) {
  const { subject, preheader } = FIELD_NAMES[language];
  return (
    <section className={admin.card} aria-labelledby="enveloppe">
      <h2 id="enveloppe">Objet</h2>
      <Field
        label={language === "ar" ? "Objet en arabe" : "Objet"}
        name={subject}
        error={lookup(errors, subject)}
        max={CAMPAIGN_MAX_LENGTH.subject}
        required={language === "fr"}
      >
        {(control) => (
          <input
            {...control}
            {...toInputProps(language)}
            className={admin.input}
            autoComplete="off"
            value={draft[subject]}
            onChange={(event) => onChange({ [subject]: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={language === "ar" ? "Texte d'aperçu en arabe" : "Texte d'aperçu"}
        name={preheader}
        error={lookup(errors, preheader)}
        max={CAMPAIGN_MAX_LENGTH.preheader}
        hint="La boîte aux lettres le montre après l'objet."
      >
        {(control) => (
          <input
            {...control}
            {...toInputProps(language)}
            className={admin.input}
            autoComplete="off"
            value={draft[preheader]}
            onChange={(event) => onChange({ [preheader]: event.target.value })}
          />
        )}
      </Field>
    </section>
  );
}
