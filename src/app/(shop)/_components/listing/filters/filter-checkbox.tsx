import { Swatch } from "../../product/swatch";
import styles from "./filter-checkbox.module.css";

interface Props {
  name: string;
  value: string;
  label: string;
  lang?: string;
  /** Null reserves the space, so that labels align in a group where other values have a swatch. */
  swatch?: string | null | undefined;
  count?: number;
  checked: boolean;
}

export function FilterCheckbox({ name, value, label, lang, swatch, count, checked }: Props) {
  return (
    <label className={styles.row}>
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      {swatch !== undefined && <Swatch colour={swatch} />}
      <span lang={lang}>
        <bdi>{label}</bdi>
      </span>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </label>
  );
}
