import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { CAMPAIGN_FIELDS } from "@/domain/campaigns/fields";
import { lookup } from "@/lib/lookup";
import type { Draft, Language } from "./draft";

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
      <TextField
        arabic={language === "ar"}
        label={CAMPAIGN_FIELDS[subject].label}
        name={subject}
        error={lookup(errors, subject)}
        max={CAMPAIGN_FIELDS[subject].maxLength}
        required={language === "fr"}
        autoComplete="off"
        value={draft[subject]}
        onChange={(event) => onChange({ [subject]: event.target.value })}
      />
      <TextField
        arabic={language === "ar"}
        label={CAMPAIGN_FIELDS[preheader].label}
        name={preheader}
        error={lookup(errors, preheader)}
        max={CAMPAIGN_FIELDS[preheader].maxLength}
        hint="La boîte aux lettres le montre après l'objet."
        autoComplete="off"
        value={draft[preheader]}
        onChange={(event) => onChange({ [preheader]: event.target.value })}
      />
    </section>
  );
}
