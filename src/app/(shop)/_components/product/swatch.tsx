import styles from "./swatch.module.css";

/** A dot in the colour of a finish. An SVG attribute, because the Content-Security-Policy forbids inline styles. */
export function Swatch({ colour }: { colour: string | null }) {
  return (
    <svg viewBox="0 0 20 20" className={styles.swatch} aria-hidden="true">
      {colour && <circle cx="10" cy="10" r="9.5" fill={colour} />}
    </svg>
  );
}
