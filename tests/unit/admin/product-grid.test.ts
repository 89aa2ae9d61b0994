import { describe, expect, it } from "vitest";
import {
  copyRange,
  findProblem,
  type GridState,
  getText,
} from "@/app/admin/(signed-in)/products/grid/_state/grid-read";
import { COLUMNS } from "@/app/admin/(signed-in)/products/grid/_state/grid-rows";
import {
  createGrid,
  type GridAction,
  reduceGrid,
} from "@/app/admin/(signed-in)/products/grid/_state/grid-state";
import { buildBody } from "@/app/admin/(signed-in)/products/grid/_state/save-product";
import type { GridProduct } from "@/domain/catalogue/product-list/grid-schema";

const buildProduct = (id: string, fields: Partial<GridProduct> = {}): GridProduct => ({
  id,
  version: 1,
  name: `Produit ${id}`,
  sku: null,
  brand: null,
  basePrice: "100.00",
  priceOnRequest: false,
  hasDraft: false,
  variations: [],
  ...fields,
});

const small = { id: "s", name: "Format", value: "30", priceModifier: "0.00", stock: 4, sku: null };
const large = { ...small, id: "l", value: "60", priceModifier: "20.50", stock: null };

/** Rows: a, b, its two variations, c (locked), d (price on request). */
const PRODUCTS = [
  buildProduct("a"),
  buildProduct("b", { variations: [small, large] }),
  buildProduct("c", { hasDraft: true }),
  buildProduct("d", { basePrice: null, priceOnRequest: true }),
];
const PRICE = 3;
const STOCK = 4;

const run = (...actions: GridAction[]) => actions.reduce(reduceGrid, createGrid(PRODUCTS));
const select = (row: number, column: number, extend = false): GridAction => ({
  type: "select",
  place: { row, column },
  extend,
});
const prices = (state: GridState) => state.rows.map((row) => getText(state, row, "price"));

describe("The grid of products", () => {
  it("shows real prices with a comma, for variations too", () => {
    expect(prices(run())).toEqual(["100", "100", "100", "120,50", "100", ""]);
  });

  it("leaves hidden columns out of the selection, copies and pastes, and what was typed in them as it is", () => {
    const columns = COLUMNS.filter(({ id }) => id === "name" || id === "price");
    const typed = run(select(0, PRICE), { type: "paste", cells: [["90"]] });
    const hidden = reduceGrid(typed, { type: "columns", columns });
    expect(hidden.focus).toEqual({ row: 0, column: 1 });
    const all = reduceGrid(reduceGrid(hidden, select(0, 0)), select(1, 9, true));
    expect(copyRange(all)).toBe("Produit a\t90\nProduit b\t100");
    const pasted = reduceGrid(reduceGrid(all, select(1, 1)), { type: "paste", cells: [["70"]] });
    expect(prices(pasted).slice(0, 2)).toEqual(["90", "70"]);
    const onlyNames = reduceGrid(pasted, { type: "columns", columns: columns.slice(0, 1) });
    expect(onlyNames.focus).toEqual({ row: 1, column: 0 });
    expect(
      prices(reduceGrid(onlyNames, { type: "columns", columns: COLUMNS })).slice(0, 2),
    ).toEqual(["90", "70"]);
  });

  it("pastes a column from Excel over the editable cells, as one step that can be undone and redone", () => {
    const cells = ["89,5", "90", "91", "92", "93", "94"].map((text) => [text]);
    const pasted = run(select(0, PRICE), { type: "paste", cells });
    expect(prices(pasted)).toEqual(["89,5", "90", "91", "92", "100", ""]);
    const undone = reduceGrid(pasted, { type: "undo" });
    expect(undone.edits.size).toBe(0);
    expect(prices(reduceGrid(undone, { type: "redo" }))).toEqual(prices(pasted));
  });

  it("pastes one text into the whole selection, and copies it as tab-separated text", () => {
    const state = run(select(2, PRICE), select(3, STOCK, true), { type: "paste", cells: [["7"]] });
    expect(copyRange(state)).toBe("7\t7\n7\t7");
  });

  it("fills down and up from the selection, repeating its rows", () => {
    const typed = run(select(0, PRICE), { type: "open", text: "5" }, close(true));
    const filled = [select(0, PRICE), { type: "fill", toRow: 3 } as const].reduce(
      reduceGrid,
      typed,
    );
    expect(prices(filled).slice(0, 4)).toEqual(["5", "5", "5", "5"]);
    expect([filled.anchor.row, filled.focus.row]).toEqual([0, 3]);
    const down = run(select(2, PRICE), select(3, PRICE, true), { type: "fillDown" });
    expect(prices(down).slice(2, 4)).toEqual(["100", "100"]);
  });

  it("holds no edit for a text that means the stored value", () => {
    const typed = run(select(0, PRICE), { type: "open", text: "100,00 MAD" }, close(true));
    expect(typed.edits.size).toBe(0);
    expect(typed.focus).toEqual({ row: 1, column: PRICE });
    expect(run(select(0, PRICE), { type: "open", text: "5" }, close(false)).edits.size).toBe(0);
  });

  it("opens no cell of a product with pending changes, of a price on request, and without a value", () => {
    for (const [row, column] of [
      [4, PRICE],
      [5, PRICE],
      [0, STOCK],
      [2, 0],
    ] as const) {
      expect(run(select(row, column), { type: "open", text: "1" }).typing).toBeNull();
    }
  });

  it.each([
    ["price", PRICE, "1.500", true],
    ["price", PRICE, "", true],
    ["price", PRICE, "12,5", false],
    ["stock", STOCK, "1,5", true],
    ["stock", STOCK, "", false],
  ] as const)("checks the %s in column %i: %s", (column, place, text, isWrong) => {
    const state = run(select(2, place), { type: "open", text }, close(true));
    const row = state.rows[2];
    expect(row && findProblem(state, row, column) !== null).toBe(isWrong);
  });

  it("sends changed fields only; a variation keeps its difference unless its own price is typed", () => {
    const state = run(
      select(1, PRICE),
      { type: "open", text: "200" },
      close(true),
      select(3, PRICE),
      { type: "open", text: "210,25" },
      close(true),
      select(2, STOCK),
      { type: "clear" },
    );
    expect(JSON.parse(JSON.stringify(buildBody(state, PRODUCTS[1] as GridProduct)))).toEqual({
      basePrice: "200",
      variations: [
        { id: "s", name: "Format", value: "30", stock: null },
        { id: "l", name: "Format", value: "60", priceModifier: "10.25" },
      ],
    });
  });

  it("shows the saved product, without its edits", () => {
    const typed = run(select(0, PRICE), { type: "open", text: "5" }, close(true));
    const product = buildProduct("a", { version: 2, basePrice: "5.00" });
    const saved = reduceGrid(typed, { type: "saved", product, sent: typed.edits });
    expect([saved.edits.size, prices(saved)[0]]).toEqual([0, "5"]);
    expect(saved.rows.map(({ key }) => key)).toEqual(typed.rows.map(({ key }) => key));
  });

  it("undoes and redoes what was saved, as an edit of the saved value", () => {
    const typed = run(select(0, PRICE), { type: "open", text: "5" }, close(true));
    const [before] = prices(run(select(0, PRICE)));
    const product = buildProduct("a", { version: 2, basePrice: "5.00" });
    const saved = reduceGrid(typed, { type: "saved", product, sent: typed.edits });
    const undone = reduceGrid(saved, { type: "undo" });
    expect([prices(undone)[0], undone.edits.size]).toEqual([before, 1]);
    const redone = reduceGrid(undone, { type: "redo" });
    expect([prices(redone)[0], redone.edits.size]).toEqual(["5", 0]);
  });

  it("keeps what was typed while a save ran", () => {
    const sent = run(select(0, PRICE), { type: "open", text: "5" }, close(true));
    const later = [select(0, PRICE), { type: "open", text: "6" } as const, close(true)];
    const typed = later.reduce(reduceGrid, sent);
    const product = buildProduct("a", { version: 2, basePrice: "5.00" });
    const saved = reduceGrid(typed, { type: "saved", product, sent: sent.edits });
    expect([prices(saved)[0], saved.edits.size]).toEqual(["6", 1]);
    const given = reduceGrid(saved, { type: "discard", product });
    expect([prices(given)[0], given.edits.size]).toEqual(["5", 0]);
  });
});

function close(keep: boolean): GridAction {
  return { type: "close", keep, move: { row: 1 } };
}
