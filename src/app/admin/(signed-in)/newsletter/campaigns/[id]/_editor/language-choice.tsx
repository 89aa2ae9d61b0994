import admin from "@/app/admin/_components/admin.module.css";
import { listMissingTranslations } from "@/domain/campaigns/rules";
import type { Draft, Language } from "./draft";
import styles from "./editor.module.css";

const LANGUAGES: readonly [Language, string][] = [
  ["fr", "Français"],
  ["ar", "Arabe"],
];

interface Props {
  language: Language;
  draft: Draft;
  onChange: (language: Language) => void;
}

/** Selects the language of the fields and of the preview. */
export function LanguageChoice({ language, draft, onChange }: Props) {
  const missing = listMissingTranslations(draft);
  return (
    <div className={admin.stack}>
      <fieldset className={styles.languages}>
        <legend>Langue d'écriture</legend>
        {LANGUAGES.map(([value, label]) => (
          <label key={value} className={styles.language}>
            <input
              type="radio"
              name="langue"
              value={value}
              checked={language === value}
              onChange={() => onChange(value)}
            />
            {label}
            {value === "ar" && missing.length > 0 && ` (${missing.length} à traduire)`}
          </label>
        ))}
      </fieldset>
      {missing.length > 0 && (
        <p className={admin.hint}>
          Traduction à compléter : {missing.join(", ")}. D'ici là, les abonnés arabophones reçoivent
          le français.
        </p>
      )}
    </div>
  );
}
