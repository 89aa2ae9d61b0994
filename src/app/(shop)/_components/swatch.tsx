import styles from "./swatch.module.css";

/** A finish as a dot of its colour; an attribute, as the page's policy forbids inline styles. */
export function Swatch({ colour }: { colour: string | null }) {
  return (
    <svg viewBox="0 0 20 20" className={styles.swatch} aria-hidden="true">
      {colour && <circle cx="10" cy="10" r="9.5" fill={colour} />}
    </svg>
  );
}
