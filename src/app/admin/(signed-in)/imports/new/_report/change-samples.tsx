import admin from "@/app/admin/_components/admin.module.css";
import stacked from "@/app/admin/_components/lists/stacked.module.css";
import { TableHead } from "@/app/admin/_components/lists/table-head";
import { ScrollRegion } from "@/app/admin/_components/scroll-region";
import { UserText } from "@/app/admin/_components/text/user-text";
import { listImportItems } from "@/domain/catalogue/import/queries";
import type { ImportItem } from "@/domain/catalogue/import-rows/schema";
import { BidiText } from "@/ui/bidi-text";
import styles from "../import.module.css";

const MAX_SAMPLES = 20;
const MAX_CHANGES = 12;

/** The first products that change, from the present value to the new one. */
export async function ChangeSamples({ id }: { id: string }) {
  const { items } = await listImportItems(id, { state: "PENDING", page: 1, pageSize: MAX_SAMPLES });
  return (
    <section className={admin.card} aria-labelledby="changements">
      <h2 id="changements">Premiers changements</h2>
      <ScrollRegion label="Produits et leurs changements">
        <table className={`${admin.table} ${stacked.stacked}`}>
          <TableHead titles={["Produit", "Changements"]} />
          <tbody>
            {items.map((item) => (
              <tr key={item.number}>
                <th scope="row">
                  <UserText text={item.label} />
                  {item.isNew && <span className={admin.hint}> (nouveau)</span>}
                </th>
                <td>
                  <Changes item={item} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Changes({ item: { changes, isNew } }: { item: ImportItem }) {
  return (
    <ul className={styles.changes} data-plain>
      {changes.slice(0, MAX_CHANGES).map(({ column, before, after }) => (
        <li key={`${column} ${after}`}>
          {column} :{" "}
          {!isNew && before !== "" && (
            <>
              <del>
                <BidiText text={before} />
              </del>
              {" → "}
            </>
          )}
          <ins>
            <BidiText text={after === "" ? "vide" : after} />
          </ins>
        </li>
      ))}
      {changes.length > MAX_CHANGES && <li>et {changes.length - MAX_CHANGES} autres</li>}
    </ul>
  );
}
