import Papa from "papaparse";
import type { ClipboardEvent } from "react";
import { copyRange } from "./_state/grid-read";
import type { Grid } from "./use-grid";

/** Copies to and from Excel, whose clipboard is tab-separated text. */
export function useGridClipboard({ state, dispatch }: Grid) {
  const onCopy = (event: ClipboardEvent) => {
    if (state.typing !== null) return;
    event.clipboardData.setData("text/plain", copyRange(state));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (state.typing !== null) return;
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    const { data } = Papa.parse<string[]>(text, { delimiter: "\t" });
    if (data.length > 0) dispatch({ type: "paste", cells: data });
    event.preventDefault();
  };
  return { onCopy, onPaste };
}
