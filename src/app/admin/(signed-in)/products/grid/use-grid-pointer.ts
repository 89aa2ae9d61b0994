import { type PointerEvent, useState } from "react";
import type { Place } from "./_state/grid-read";
import type { Grid } from "./use-grid";

/** Selects cells with the mouse, and fills others from the corner of the selection. */
export function useGridPointer({ state: { typing }, dispatch }: Grid) {
  const [drag, setDrag] = useState<"select" | "fill" | null>(null);
  const [fillTo, setFillTo] = useState<number | null>(null);
  const onPointerDown = (event: PointerEvent) => {
    const place = findPlace(event.target);
    if (place === null || event.button !== 0 || isInput(event.target)) return;
    if ((event.target as Element).closest("[data-fill]")) {
      setDrag("fill");
      return;
    }
    if (typing !== null) dispatch({ type: "close", keep: true, move: {} });
    dispatch({ type: "select", place, extend: event.shiftKey });
    if (event.pointerType === "mouse") setDrag("select");
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = drag && findPlace(event.target);
    if (!place) return;
    if (drag === "select") dispatch({ type: "select", place, extend: true });
    else setFillTo(place.row);
  };
  const onPointerUp = () => {
    if (drag === "fill" && fillTo !== null) dispatch({ type: "fill", toRow: fillTo });
    setDrag(null);
    setFillTo(null);
  };
  const onDoubleClick = () => {
    if (typing === null) dispatch({ type: "open", text: null });
  };
  return { onPointerDown, onPointerMove, onPointerUp, onDoubleClick };
}

const isInput = (target: EventTarget) => (target as Element).tagName === "INPUT";

function findPlace(target: EventTarget): Place | null {
  const cell = (target as Element).closest<HTMLElement>("[data-row]");
  return cell && { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
