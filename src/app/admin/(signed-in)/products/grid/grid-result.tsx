import { SmallButton } from "@/app/admin/_components/small-button";
import type { GridProduct } from "@/domain/catalogue/product-list/grid-schema";
import { BidiText } from "@/ui/bidi-text";
import styles from "./grid.module.css";
import type { Grid, RowResult } from "./use-grid";

interface Props {
  grid: Grid;
  product: GridProduct;
  result: RowResult;
}

/** What the last save said of a product, with the ways out. */
export function GridResult({ grid: { saveOne, takeTheirs }, product, result }: Props) {
  return (
    <div className={styles.problem}>
      <span title={result.message}>
        <BidiText text={result.message} />
      </span>
      {result.kind === "question" && (
        <SmallButton onClick={() => void saveOne(product, { confirmHighPrice: true })}>
          Oui
        </SmallButton>
      )}
      {result.kind === "conflict" && (
        <>
          <SmallButton onClick={() => void saveOne(product, { version: result.current.version })}>
            Garder le mien
          </SmallButton>
          <SmallButton onClick={() => takeTheirs(result.current)}>Prendre l'autre</SmallButton>
        </>
      )}
    </div>
  );
}
