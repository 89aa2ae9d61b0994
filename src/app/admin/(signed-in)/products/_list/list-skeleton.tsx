import admin from "@/app/admin/_components/admin.module.css";
import styles from "./list-skeleton.module.css";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function ListSkeleton() {
  return (
    <div className={admin.scroll} aria-busy="true">
      <p className="visually-hidden">Chargement de la liste</p>
      {ROWS.map((row) => (
        <div key={row} className={styles.row} aria-hidden="true">
          <span className={styles.thumb} />
          <span className={styles.line} />
          <span className={styles.short} />
        </div>
      ))}
    </div>
  );
}
