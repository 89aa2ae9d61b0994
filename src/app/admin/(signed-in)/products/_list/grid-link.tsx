import { Grid3x3 } from "lucide-react";
import Link from "next/link";
import { withParams } from "@/app/admin/_components/lists/list-query";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import styles from "./header.module.css";
import { LIST_PATH, toFilterParams } from "./list-url";

/** Opens the products of the filter as a grid; those of the trash cannot be edited. */
export function GridLink({ query }: { query: StaffProductQuery }) {
  if (query.status === "TRASH") return null;
  return (
    <Link
      className={`button ${styles.grid}`}
      data-variant="quiet"
      prefetch={false}
      href={withParams(`${LIST_PATH}/grid`, toFilterParams(query))}
    >
      <Grid3x3 aria-hidden="true" />
      Grille
    </Link>
  );
}
