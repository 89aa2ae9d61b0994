export interface Pagination {
  page: number;
  pageSize: number;
  total: number;
  totalPages: number;
}
