import { wholeNumber } from "../input/text-schema";

/** The page of a list, in its address. Pages end at 10,000, since an OFFSET reads every row that it skips. */
export function paging(defaultPageSize = 20) {
  return {
    page: wholeNumber(1, 10_000).default(1),
    pageSize: wholeNumber(1, 100).default(defaultPageSize),
  };
}
