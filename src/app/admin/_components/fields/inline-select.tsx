import admin from "../admin.module.css";
import styles from "./inline-select.module.css";

interface Props {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  className?: string | undefined;
  onChange: (value: string) => void;
}

/** A select beside its label, in the toolbar of a list. */
export function InlineSelect({ label, value, options, className, onChange }: Props) {
  return (
    <label className={`${styles.inline} ${className ?? ""}`}>
      <span className={admin.hint}>{label}</span>
      <select
        className={admin.select}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
