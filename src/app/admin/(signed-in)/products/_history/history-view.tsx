import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { VersionEntry } from "@/domain/catalogue/products/schema";
import { listProductVersions } from "@/domain/catalogue/versions/queries";
import type { CategoryOption } from "../category-option";
import { getFieldLabel } from "../labels";
import { FieldDiff } from "./field-diff";
import styles from "./history.module.css";
import { RestoreVersion } from "./restore-version";

const REASONS: Record<VersionEntry["reason"], string> = {
  EDIT: "Saisie",
  IMPORT: "Import",
  BULK: "Action groupée",
  RESTORE: "Restauration",
};

const INITIAL_COUNT = 20;

interface Props {
  productId: string;
  categories: readonly CategoryOption[];
  /** Shows all stored versions; otherwise only the latest. */
  showsAll: boolean;
  mayRestore: boolean;
}

/** Lists the versions of a product with author, time, reason and changed fields. */
export async function HistoryView({ productId, categories, showsAll, mayRestore }: Props) {
  const versions = await listProductVersions(productId);
  const [latest] = versions;
  if (!latest) {
    return (
      <p className={`${admin.card} ${admin.empty}`}>
        Rien n'a changé depuis que ce produit existe. Chaque enregistrement paraîtra ici.
      </p>
    );
  }
  const shown = showsAll ? versions : versions.slice(0, INITIAL_COUNT);
  return (
    <>
      <ol className={styles.versions} data-plain>
        {shown.map((entry) => (
          <li key={entry.version} className={admin.card}>
            <div className={styles.head}>
              <h2>Version {entry.version}</h2>
              <p className={admin.hint}>
                <DateTime value={entry.createdAt} />
                {entry.userName && (
                  <>
                    {" · "}
                    <UserText text={entry.userName} />
                  </>
                )}{" "}
                · {REASONS[entry.reason]}
              </p>
              {entry === latest ? (
                <span className={admin.chip} data-tone="info">
                  Actuelle
                </span>
              ) : (
                mayRestore && (
                  <RestoreVersion
                    productId={productId}
                    version={entry.version}
                    currentVersion={latest.version}
                  />
                )
              )}
            </div>
            <Changes entry={entry} categories={categories} />
          </li>
        ))}
      </ol>
      {shown.length < versions.length && (
        <Link href="?vue=historique&tout=1" scroll={false} prefetch={false}>
          Voir les {versions.length - shown.length} versions plus anciennes
        </Link>
      )}
    </>
  );
}

function Changes({ entry, categories }: Pick<Props, "categories"> & { entry: VersionEntry }) {
  const fields = Object.entries(entry.changes);
  if (fields.length === 0) {
    return <p className={admin.hint}>Première version gardée.</p>;
  }
  return (
    <details className={styles.changes}>
      <summary>{fields.map(([field]) => getFieldLabel(field)).join(", ")}</summary>
      {fields.map(([field, { before, after }]) => (
        <FieldDiff
          key={field}
          field={field}
          before={before}
          after={after}
          categories={categories}
        />
      ))}
    </details>
  );
}
