import { formatNumber } from "@/lib/format/format";
import { Swatch } from "../../product/swatch";
import styles from "./filter-option.module.css";

interface Props {
  /** `radio` for one choice among several. */
  type?: "checkbox" | "radio";
  name: string;
  value: string;
  label: string;
  lang?: string;
  /** Null reserves the space, so that labels align in a group where other values have a swatch. */
  swatch?: string | null | undefined;
  count?: number;
  checked: boolean;
}

/** A value that no product has stays in its place, greyed. It keeps the focus, unlike a disabled field. */
export function FilterOption({
  type = "checkbox",
  name,
  value,
  label,
  lang,
  swatch,
  count,
  checked,
}: Props) {
  const isEmpty = count === 0 && !checked;
  return (
    <label className={styles.row} data-empty={isEmpty || undefined}>
      <input
        type={type}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-disabled={isEmpty || undefined}
      />
      {swatch !== undefined && <Swatch colour={swatch} />}
      <span lang={lang}>
        <bdi>{label}</bdi>
      </span>
      {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
    </label>
  );
}
