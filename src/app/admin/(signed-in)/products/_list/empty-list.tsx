"use client";

import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import { ClearFilters } from "./list-filters";
import { buildListUrl, hasFilter } from "./list-url";

interface Props {
  query: StaffProductQuery;
  total: number;
  mayWrite: boolean;
}

export function EmptyList({ query, total, mayWrite }: Props) {
  return (
    <div className={`${admin.card} ${admin.empty}`}>
      <p>{sentenceFor(query, total, mayWrite)}</p>
      {total > 0 && (
        <Link href={buildListUrl(query, {})} prefetch={false}>
          Revenir à la première page
        </Link>
      )}
      {total === 0 && hasFilter(query) && <ClearFilters />}
    </div>
  );
}

function sentenceFor(query: StaffProductQuery, total: number, mayWrite: boolean): string {
  if (total > 0) return "Cette page n'existe plus : la liste est plus courte.";
  if (query.status === "TRASH") return "La corbeille est vide.";
  if (query.q)
    return `Aucun produit ne répond à « ${query.q} ». Essayez un autre mot, ou une référence.`;
  if (hasFilter(query)) return "Aucun produit ne répond à ces filtres.";
  return mayWrite
    ? "Le catalogue est vide. Ajoutez un premier produit : un nom et une catégorie suffisent."
    : "Le catalogue est vide.";
}
