import type { ReactNode } from "react";
import { formatNumber, plural } from "@/lib/format/format";
import { SmallButton } from "../small-button";
import styles from "./selection-bar.module.css";

const RESULTS = { one: "résultat", other: "résultats" };

interface Props {
  /** The number of selected rows. */
  count: number;
  /** "12 produits sélectionnés". */
  label: string;
  /** The number of rows that match the filter of the list, on all pages. */
  total: number;
  isAll: boolean;
  onSelectAll: () => void;
  onClear: () => void;
  /** The actions. */
  children: ReactNode;
  note?: ReactNode;
  className?: string | undefined;
  actionsClassName?: string | undefined;
}

/** The actions on the selected rows of a list. Nothing while no row is selected. */
export function SelectionBar(props: Props) {
  const { count, label, total, isAll, onSelectAll, onClear, children, note } = props;
  if (count === 0) return null;
  return (
    <section
      className={`${styles.bar} ${props.className ?? ""}`}
      aria-label="Actions sur la sélection"
    >
      <p role="status">{label}</p>
      <div className={`${styles.actions} ${props.actionsClassName ?? ""}`}>
        {!isAll && total > count && (
          <SmallButton onClick={onSelectAll}>
            Les {formatNumber(total)} {plural(total, "fr", RESULTS)}
          </SmallButton>
        )}
        {children}
        <SmallButton onClick={onClear}>Désélectionner</SmallButton>
      </div>
      {note}
    </section>
  );
}
