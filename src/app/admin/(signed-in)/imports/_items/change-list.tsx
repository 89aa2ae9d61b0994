import type { ChangeLine } from "@/domain/catalogue/operations/schema";
import { findProductField } from "@/domain/catalogue/products/fields";
import { BidiText } from "@/ui/bidi-text";
import type { CategoryOption } from "../../products/category-option";
import { formatFieldValue } from "../../products/format-field-value";
import { getFieldLabel } from "../../products/labels";
import styles from "../imports.module.css";

const MAX_SHOWN = 12;

interface Props {
  lines: readonly ChangeLine[];
  categories: readonly CategoryOption[];
}

/** What a product loses and gets: "Prix : 129 MAD → 116,10 MAD". */
export function ChangeList({ lines, categories }: Props) {
  if (lines.length === 0) return null;
  return (
    <ul className={styles.changes} data-plain>
      {lines.slice(0, MAX_SHOWN).map((line) => (
        <li key={`${line.field} ${line.detail}`}>
          <span>
            <BidiText text={getLabel(line)} /> :{" "}
          </span>
          <del>
            <BidiText text={formatSide(line, line.before, categories)} />
          </del>
          {" → "}
          <ins>
            <BidiText text={formatSide(line, line.after, categories)} />
          </ins>
        </li>
      ))}
      {lines.length > MAX_SHOWN && <li>et {lines.length - MAX_SHOWN} autres</li>}
    </ul>
  );
}

function getLabel({ field, detail }: ChangeLine): string {
  if (detail === null) return getFieldLabel(field);
  if (field === "facts" || field === "price" || field === "variations") return detail;
  return `${detail}, ${toLowerFirst(findProductField(`variations.${field}`)?.label ?? field)}`;
}

const toLowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

function formatSide(
  { field, detail }: ChangeLine,
  value: unknown,
  categories: readonly CategoryOption[],
): string {
  if (field === "images") return `${value} photos`;
  if (field === "variations" && typeof value === "boolean") return value ? "présente" : "absente";
  if (field === "stock" && value === null) return "non suivi";
  return formatFieldValue(
    field === "price" && detail !== null ? "basePrice" : field,
    value,
    categories,
  );
}
