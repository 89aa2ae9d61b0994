"use client";

import { useEffect } from "react";
import { recordSearch, recordSearchClick } from "./record-search";

interface Props {
  q: string;
  total: number;
  isApproximate: boolean;
  correctedQuery: string | null;
  /** Filtered results continue a search; their total says nothing about it. */
  isFiltered: boolean;
  /** The position of the first product on the page. */
  firstPosition: number;
}

/** Records the search of the page and the clicks on its product cards. */
export function SearchRecorder(props: Props) {
  const { q, total, isApproximate, correctedQuery, isFiltered, firstPosition } = props;

  useEffect(() => {
    if (isFiltered) return;
    recordSearch({ q, total, isApproximate, correctedQuery, source: "page" });
  }, [q, total, isApproximate, correctedQuery, isFiltered]);

  useEffect(() => {
    const handleClick = ({ target }: MouseEvent) => {
      const click = target instanceof Element ? findProductClick(target, firstPosition) : null;
      if (click) recordSearchClick({ q, ...click });
    };
    document.addEventListener("click", handleClick, true);
    return () => document.removeEventListener("click", handleClick, true);
  }, [q, firstPosition]);

  return null;
}

function findProductClick(target: Element, firstPosition: number) {
  const link = target.closest<HTMLAnchorElement>("li article a");
  const item = link?.closest("li");
  const slug = link?.pathname.match(/\/produit\/([^/]+)$/)?.[1];
  if (!item?.parentElement || !slug) return null;
  const index = Array.from(item.parentElement.children).indexOf(item);
  return { slug: decodeURIComponent(slug), position: firstPosition + index };
}
