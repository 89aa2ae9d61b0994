import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { toListParams, withParams } from "@/app/admin/_components/lists/list-query";
import { Pager } from "@/app/admin/_components/lists/pager";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import tabs from "@/app/admin/_components/tabs.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import { getItemStateLabel } from "@/domain/catalogue/operations/labels";
import { listOperationItems } from "@/domain/catalogue/operations/queries";
import {
  type ItemQuery,
  type OperationItemRow,
  type OperationRow,
  ItemState as State,
} from "@/domain/catalogue/operations/schema";
import { BidiText } from "@/ui/bidi-text";
import type { CategoryOption } from "../../products/category-option";
import { listCategoryOptions } from "../../products/category-options";
import styles from "../imports.module.css";
import { ItemState } from "../state-chips";
import { ChangeList } from "./change-list";

interface Props {
  operation: OperationRow;
  query: ItemQuery;
}

/** The products of an operation with their result. */
export async function OperationItems({ operation, query }: Props) {
  const [{ items, pagination }, categories] = await Promise.all([
    listOperationItems(operation.id, query),
    listCategoryOptions(),
  ]);
  const getHref = (change: Partial<ItemQuery>) =>
    withParams(
      `/admin/imports/${operation.id}`,
      toListParams({ ...query, page: 1, ...change }, { page: 1, pageSize: 50 }),
    );
  return (
    <section className={styles.items} aria-labelledby="produits">
      <h2 id="produits">Produits</h2>
      <nav aria-label="Résultats" className={tabs.tabs}>
        {listTabs(operation, query).map(([state, count]) => (
          <Link
            key={state ?? "all"}
            href={getHref({ state })}
            prefetch={false}
            scroll={false}
            aria-current={state === query.state ? "true" : undefined}
          >
            {state === undefined ? "Tous" : getItemStateLabel(state, operation.kind)}{" "}
            <span>{count}</span>
          </Link>
        ))}
      </nav>
      {items.length > 0 ? (
        <ItemTable kind={operation.kind} items={items} categories={categories} />
      ) : (
        <p className={admin.empty}>Aucun produit dans cet état.</p>
      )}
      <Pager pagination={pagination} getHref={(page) => getHref({ page })} />
    </section>
  );
}

/** All, and the states that items have, with the numbers of their items. */
function listTabs(operation: OperationRow, { state }: ItemQuery) {
  const { total, changed, unchanged, skipped, failed, undone, notUndone } = operation;
  const counts: Record<State, number> = {
    PENDING: total - changed - unchanged - skipped - failed,
    APPLIED: changed - undone - notUndone,
    UNCHANGED: unchanged,
    SKIPPED: skipped,
    FAILED: failed,
    UNDONE: undone,
    NOT_UNDONE: notUndone,
  };
  const present = State.options.filter((each) => counts[each] > 0 || each === state);
  return [[undefined, total] as const, ...present.map((each) => [each, counts[each]] as const)];
}

interface TableProps extends Pick<OperationRow, "kind"> {
  items: readonly OperationItemRow[];
  categories: readonly CategoryOption[];
}

function ItemTable({ kind, items, categories }: TableProps) {
  return (
    <ScrollRegion label="Produits de l'opération">
      <table className={`${admin.table} ${stacked.stacked}`}>
        <TableHead titles={["Produit", "Résultat", "Détail"]} />
        <tbody>
          {items.map((item) => (
            <tr key={item.number}>
              <th scope="row">
                <ProductName item={item} />
              </th>
              <td>
                <ItemState state={item.state} kind={kind} />
              </td>
              <td>
                <ChangeList lines={item.changes} categories={categories} />
                {item.problems.map(({ field, message }) => (
                  <p key={`${field} ${message}`}>
                    <BidiText text={message} />
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ProductName({ item: { productId, label } }: { item: OperationItemRow }) {
  if (productId === null) return <UserText text={label} />;
  return (
    <Link href={`/admin/products/${productId}/edit?vue=historique`} prefetch={false}>
      <UserText text={label} />
    </Link>
  );
}
