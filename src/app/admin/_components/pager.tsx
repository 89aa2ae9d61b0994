import Link from "next/link";
import type { Pagination } from "@/lib/pagination";
import panel from "./panel.module.css";

/** Links, so that the state stays in the address. */
export function Pager({
  pagination,
  hrefOf,
}: {
  pagination: Pagination;
  hrefOf: (page: number) => string;
}) {
  const { page, totalPages, total } = pagination;
  if (totalPages <= 1) return null;
  return (
    <nav aria-label="Pages" className={panel.row}>
      {page > 1 && (
        <Link className="button" data-variant="quiet" data-size="small" href={hrefOf(page - 1)}>
          Précédente
        </Link>
      )}
      <span className={panel.hint}>
        Page {page} sur {totalPages} ({total} en tout)
      </span>
      {page < totalPages && (
        <Link className="button" data-variant="quiet" data-size="small" href={hrefOf(page + 1)}>
          Suivante
        </Link>
      )}
    </nav>
  );
}
