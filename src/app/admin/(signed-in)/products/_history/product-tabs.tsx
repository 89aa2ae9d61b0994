import Link from "next/link";
import styles from "../../../_components/tabs.module.css";

/** Links between the form and the history of a product, which have separate addresses. */
export function ProductTabs({ productId, isHistory }: { productId: string; isHistory: boolean }) {
  const path = `/admin/products/${productId}/edit`;
  return (
    <nav aria-label="Vues du produit" className={styles.tabs}>
      <Link href={path} prefetch={false} aria-current={isHistory ? undefined : "page"}>
        Fiche
      </Link>
      <Link
        href={`${path}?vue=historique`}
        prefetch={false}
        aria-current={isHistory ? "page" : undefined}
      >
        Historique
      </Link>
    </nav>
  );
}
