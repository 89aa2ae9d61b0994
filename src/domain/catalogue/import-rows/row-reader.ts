import type { FieldKind } from "@/lib/field-table";
import { findColumn } from "../import-sources/column-keys";
import { describeLongText } from "../product-file/cells";
import type { FileRow } from "../product-file/columns";
import { cleanCell } from "../product-file/parse-cell";
import type { ProductSnapshot, StoredVariation } from "../products/record";
import { type RowProblem, toRowProblem } from "./problems";
import type { ImportRow } from "./row-values";
import type { CellChange, ImportOptions } from "./schema";

export interface PlanContext {
  options: ImportOptions;
  /** The keys of the columns of the file. */
  mapped: ReadonlySet<string>;
  /** Folded path → ids of the categories with it. */
  categoriesByPath: ReadonlyMap<string, readonly string[]>;
  toImageAddress: (url: string) => string;
}

/** The product as it is. */
export interface PresentProduct {
  id: string;
  live: ProductSnapshot;
  categoryPath: string;
}

/** Excel writes 1129,5 for 1129,50. An amount with three decimals is no amount of money. */
const AMOUNTS: Partial<Record<FieldKind, RegExp>> = {
  price: /^-?\d+(?:,\d{1,2})?$/,
  decimal: /^\d+(?:,\d{1,3})?$/,
};

export function isSameText(kind: FieldKind | undefined, text: string, before: string): boolean {
  if (text === before) return true;
  const pattern = kind && AMOUNTS[kind];
  if (!pattern?.test(text) || !pattern.test(before)) return false;
  return Number(text.replace(",", ".")) === Number(before.replace(",", "."));
}

const LONG_TEXT = /^\[Texte de \d+ caractères, trop long pour Excel/;
const MAX_SHOWN_LENGTH = 200;

/** A cell that differs from the product. */
export interface ChangedCell {
  text: string;
  row: number;
  before: string;
}

/** Reads the cells of the rows of one product, and collects what they change and what is wrong with them. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  readonly changes: CellChange[] = [];

  constructor(
    readonly rows: readonly ImportRow[],
    /** Null: a new product. */
    readonly present: PresentProduct | null,
    readonly context: PlanContext,
  ) {}

  /** The cell of a product's column, or null where it shows the present value, whatever its format, or says nothing. */
  readChange(key: string): ChangedCell | null {
    const cell = this.readCell(key);
    if (cell === null) return null;
    const before = this.getPresentText(key);
    const isSame = isSameText(findColumn(key)?.kind, cell.text, before);
    if (isSame || cell.text === describeLongText(before)) return null;
    if (cell.text === "" && this.context.options.emptyCells === "keep") return null;
    if (!LONG_TEXT.test(cell.text)) return { ...cell, before };
    this.addProblem(cell.row, key, cell.text, {
      code: "long-text",
      message: "Excel n'a pas pu contenir ce texte. Changez-le dans la fiche du produit.",
    });
    return null;
  }

  /** The rows of a product repeat its cells or leave them empty. Null where the file lacks the column. */
  private readCell(key: string): { text: string; row: number } | null {
    const filled = this.rows.filter(({ values }) => values.has(key));
    const [source] = filled;
    if (source === undefined) {
      return this.context.mapped.has(key) ? { text: "", row: this.firstRow } : null;
    }
    const text = source.values.get(key) ?? "";
    for (const { number, values } of filled) {
      const other = values.get(key) ?? "";
      if (other === text) continue;
      this.addProblem(number, key, other, {
        code: "contradiction",
        message: "Cette ligne contredit une autre ligne du même produit.",
      });
    }
    return { text, row: source.number };
  }

  get firstRow(): number {
    return this.rows[0]?.number ?? 0;
  }

  /** The text that an export writes, of the product or of one of its variations. */
  getPresentText(key: string, variation: StoredVariation | null = null): string {
    if (this.present === null) return "";
    const { toImageAddress } = this.context;
    const row: FileRow = { ...this.present, variation, toImageAddress };
    return cleanCell(findColumn(key)?.getCell?.(row).text ?? "");
  }

  addProblem(
    row: number,
    column: string,
    value: string,
    problem: { code: string; message: string },
  ): void {
    this.problems.push(toRowProblem(row, column, { ...problem, value }));
  }

  addChange(column: string, before: string, after: string): void {
    const shorten = (text: string) =>
      text.length > MAX_SHOWN_LENGTH ? `${text.slice(0, MAX_SHOWN_LENGTH).toWellFormed()}…` : text;
    this.changes.push({ column, before: shorten(before), after: shorten(after) });
  }
}
