import Link from "next/link";
import type { Pagination } from "@/lib/lists/pagination";
import admin from "../admin.module.css";

/** Uses links, so that the page number is part of the address. */
export function Pager({
  pagination,
  getHref,
}: {
  pagination: Pagination;
  getHref: (page: number) => string;
}) {
  const { page, totalPages, total } = pagination;
  if (totalPages <= 1) return null;
  return (
    <nav aria-label="Pages" className={admin.row}>
      {page > 1 && (
        <Link
          className="button"
          data-variant="quiet"
          data-size="small"
          href={getHref(page - 1)}
          prefetch={false}
        >
          Précédente
        </Link>
      )}
      <span className={admin.hint}>
        Page {page} sur {totalPages} ({total} en tout)
      </span>
      {page < totalPages && (
        <Link
          className="button"
          data-variant="quiet"
          data-size="small"
          href={getHref(page + 1)}
          prefetch={false}
        >
          Suivante
        </Link>
      )}
    </nav>
  );
}
