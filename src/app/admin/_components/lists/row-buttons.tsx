"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { IconButton } from "../icon-button";
import styles from "./sortable.module.css";

interface Props {
  /** The row in the labels of the buttons: "la variation 2". */
  rowLabel: string;
  index: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
}

/** Buttons to move a row by one place without dragging, and to remove it. */
export function RowButtons({ rowLabel, index, count, onMove, onRemove }: Props) {
  return (
    <span className={styles.buttons}>
      <IconButton
        label={`Monter ${rowLabel}`}
        disabled={index === 0}
        onClick={() => onMove(index, index - 1)}
      >
        <ArrowUp aria-hidden="true" size={18} />
      </IconButton>
      <IconButton
        label={`Descendre ${rowLabel}`}
        disabled={index === count - 1}
        onClick={() => onMove(index, index + 1)}
      >
        <ArrowDown aria-hidden="true" size={18} />
      </IconButton>
      <IconButton label={`Retirer ${rowLabel}`} onClick={onRemove}>
        <Trash2 aria-hidden="true" size={18} />
      </IconButton>
    </span>
  );
}

/** Returns the list with the item at `from` at the place `to`. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.toSpliced(from, 1);
  const item = items[from];
  return item === undefined ? [...items] : rest.toSpliced(to, 0, item);
}
