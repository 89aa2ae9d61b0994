import { FILE_COLUMNS, type FileColumn } from "../product-file/columns";

/** What an import reads beside the columns of an export. */
const READ_ONLY_COLUMNS: readonly Omit<FileColumn, "getCell">[] = [
  {
    key: "variation.price",
    header: "Prix de la variation",
    level: "variation",
    kind: "price",
    note: "Le prix entier de la variation, au lieu de son écart de prix.",
  },
];

export type ImportColumn = Omit<FileColumn, "getCell"> & Partial<Pick<FileColumn, "getCell">>;

/** Every column that an import reads. */
export const IMPORT_COLUMNS: readonly ImportColumn[] = [...FILE_COLUMNS, ...READ_ONLY_COLUMNS];

const COLUMNS_BY_KEY = new Map(IMPORT_COLUMNS.map((column) => [column.key, column]));

export function findColumn(key: string): ImportColumn | undefined {
  return COLUMNS_BY_KEY.get(key);
}

/** The French name of a column, for messages. */
export function getColumnHeader(key: string): string {
  return findColumn(key)?.header ?? key;
}
