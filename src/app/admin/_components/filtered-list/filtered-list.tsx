import type { ReactNode } from "react";
import styles from "./filtered-list.module.css";

interface Props {
  isPending: boolean;
  /** Said while the next list loads. */
  loading: string;
  children: ReactNode;
}

/** A list with its tabs and filters. The old list stays visible while the next one loads. */
export function FilteredList({ isPending, loading, children }: Props) {
  return (
    <div className={styles.list} aria-busy={isPending}>
      {children}
      <p className="visually-hidden" role="status">
        {isPending ? loading : ""}
      </p>
    </div>
  );
}
