export interface Pagination {
  page: number;
  pageSize: number;
  total: number;
  totalPages: number;
}

/** Lists count no further, since more would only cost time. A selection by filter holds fewer rows. */
export const MAX_COUNTED = 10_000;

export function toPagination(
  { page, pageSize }: Pick<Pagination, "page" | "pageSize">,
  total: number,
): Pagination {
  return { page, pageSize, total, totalPages: Math.ceil(total / pageSize) };
}
