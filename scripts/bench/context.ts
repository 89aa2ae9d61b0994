import type { Database, DatabaseServer } from "./databases";
import type { ShopProcess, ShopSettings } from "./shop";

/** What a benchmark may use. */
export interface Context {
  server: DatabaseServer;
  settings: ShopSettings;
  database: Database;
  shop: ShopProcess;
  /** The path of a published product with variations. */
  productPath: string;
  scratch: string;
}

/** One line of the report. `reached` is undefined for a figure without a target. */
export interface ResultRow {
  figure: string;
  value: string;
  target?: string;
  reached?: boolean;
  note?: string;
  data?: object;
}

export interface BarRow extends ResultRow {
  /** The name of the benchmark: "T1". */
  bar: string;
}
