import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { BulkPreview, BulkPreviewRow } from "@/domain/catalogue/bulk/schema";
import { formatNumber } from "@/lib/format/format";
import { BidiText } from "@/ui/bidi-text";
import { ChangeList } from "../../imports/_items/change-list";
import { formatProducts } from "../../imports/result-text";
import type { CategoryOption } from "../category-option";
import styles from "./bulk.module.css";
import type { Shown } from "./use-bulk-preview";

interface Props {
  preview: BulkPreview | null;
  isPending: boolean;
  /** The form changes nothing yet. */
  isEmpty: boolean;
  show: Shown;
  onShow: (show: Shown) => void;
  onPage: (page: number) => void;
  categories: readonly CategoryOption[];
}

/** What each product becomes, before anything is changed. */
export function BulkPreviewView(props: Props) {
  const { preview, isPending, isEmpty } = props;
  return (
    <section className={styles.preview} aria-labelledby="apercu" aria-busy={isPending}>
      <h2 id="apercu">Aperçu</h2>
      <p role="status">
        {isEmpty && "Choisissez un changement : l'aperçu se calcule tout de suite."}
        {!isEmpty && (preview ? toSummary(preview) : "Calcul de l'aperçu…")}
      </p>
      {preview && !isEmpty && <Results {...props} preview={preview} />}
    </section>
  );
}

function toSummary({ total, changed, unchanged, excluded }: BulkPreview): string {
  const count = (value: number) => formatNumber(value);
  return `${formatProducts(total)} : ${count(changed)} à modifier, ${count(unchanged)} sans changement, ${count(excluded)} à écarter.`;
}

const OUTCOMES = [
  [undefined, "Tous", "total"],
  ["CHANGED", "À modifier", "changed"],
  ["EXCLUDED", "À écarter", "excluded"],
  ["UNCHANGED", "Sans changement", "unchanged"],
] as const;

function Results({
  preview,
  isPending,
  show,
  onShow,
  onPage,
  categories,
}: Props & { preview: BulkPreview }) {
  const { rows, reasons, bigPriceMoves, page, totalPages } = preview;
  return (
    <>
      {bigPriceMoves > 0 && (
        <p className={admin.alert} data-tone="warn">
          {formatProducts(bigPriceMoves)} : le prix bouge de plus de 30 %.
        </p>
      )}
      {reasons.length > 0 && (
        <div className={admin.alert} data-tone="info">
          <p>À écarter :</p>
          <ul>
            {reasons.map(({ reason, count }) => (
              <li key={reason}>
                <BidiText text={reason} /> ({formatNumber(count)})
              </li>
            ))}
          </ul>
        </div>
      )}
      <fieldset className={styles.filter}>
        <legend className="visually-hidden">Produits à montrer</legend>
        {OUTCOMES.map(([outcome, label, counter]) => (
          <SmallButton
            key={label}
            variant={show === outcome ? "primary" : "quiet"}
            aria-pressed={show === outcome}
            onClick={() => onShow(outcome)}
          >
            {label} ({formatNumber(preview[counter])})
          </SmallButton>
        ))}
      </fieldset>
      <div className={admin.scroll} data-pending={isPending || undefined}>
        <table className={`${admin.table} ${stacked.stacked}`}>
          <TableHead titles={["Produit", "Changement"]} />
          <tbody>
            {rows.map((row) => (
              <PreviewRow key={row.id} row={row} categories={categories} />
            ))}
          </tbody>
        </table>
      </div>
      {totalPages > 1 && (
        <p className={admin.row}>
          <SmallButton disabled={page <= 1} onClick={() => onPage(page - 1)}>
            Précédente
          </SmallButton>
          <span className={admin.hint}>
            Page {page} sur {totalPages}
          </span>
          <SmallButton disabled={page >= totalPages} onClick={() => onPage(page + 1)}>
            Suivante
          </SmallButton>
        </p>
      )}
    </>
  );
}

interface RowProps {
  row: BulkPreviewRow;
  categories: readonly CategoryOption[];
}

function PreviewRow({ row, categories }: RowProps) {
  const { id, name, sku, outcome, reasons, changes } = row;
  return (
    <tr>
      <th scope="row">
        <Link href={`/admin/products/${id}/edit`} prefetch={false} target="_blank">
          <UserText text={name} />
        </Link>
        {sku && (
          <span className={styles.sku} dir="ltr">
            {sku}
          </span>
        )}
      </th>
      <td>
        {outcome === "UNCHANGED" && <span className={admin.hint}>Sans changement</span>}
        {outcome === "EXCLUDED" && (
          <>
            <span className={admin.chip} data-tone="warn">
              Écarté
            </span>{" "}
            <BidiText text={reasons.join(" ")} />
          </>
        )}
        <ChangeList lines={changes} categories={categories} />
      </td>
    </tr>
  );
}
