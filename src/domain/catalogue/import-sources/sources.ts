import { foldWords } from "../product-file/fold-words";
import { SHOPIFY } from "./shopify";
import type { Source } from "./source";
import { WOOCOMMERCE } from "./woocommerce";

const SOURCES: readonly Source[] = [WOOCOMMERCE, SHOPIFY];

/** Recognises an export by its headers. */
export function findSource(header: readonly string[]): Source | null {
  const names = new Set(header.map(foldWords));
  const isMarked = ({ marks }: Source) =>
    marks.some((mark) => mark.every((name) => names.has(name)));
  return SOURCES.find(isMarked) ?? null;
}

export function getSource(id: string | null): Source | null {
  return SOURCES.find((source) => source.id === id) ?? null;
}
