import styles from "./unread-badge.module.css";

const MAX_SHOWN = 99;

export function UnreadBadge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles.badge}>
      {count > MAX_SHOWN ? `${MAX_SHOWN}+` : count}
      <span className="visually-hidden"> {count > 1 ? "nouveaux" : "nouveau"}</span>
    </span>
  );
}
