import styles from "./bar.module.css";

/** A bar as decoration beside its figure. */
export function Bar({ share }: { share: number }) {
  return (
    <svg className={styles.bar} aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1">
      <rect width={Math.round(share * 100)} height="1" />
    </svg>
  );
}
