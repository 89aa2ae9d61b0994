import type { Metadata } from "next";
import admin from "@/app/admin/_components/admin.module.css";
import {
  parseListQuery,
  type SearchParams,
  toListParams,
  withParams,
} from "@/app/admin/_components/lists/list-query";
import { Pager } from "@/app/admin/_components/lists/pager";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listOperations } from "@/domain/catalogue/operations/queries";
import { OperationQuery } from "@/domain/catalogue/operations/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { ImportLink } from "./import-link";
import { OperationTable } from "./operation-table";

export const metadata: Metadata = { title: "Imports et modifications" };

const PATH = "/admin/imports";

export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const user = await requireStaff("products.read", PATH);
  const query = parseListQuery(OperationQuery, await searchParams);
  const { items, pagination } = await listOperations(query);
  const getHref = (page: number) =>
    withParams(PATH, toListParams({ ...query, page }, { page: 1, pageSize: 20 }));
  return (
    <AdminPage
      title="Imports et modifications"
      actions={can(user, "products.import") && <ImportLink />}
    >
      {items.length > 0 ? (
        <OperationTable operations={items} />
      ) : (
        <p className={admin.empty}>
          Aucun import ni modification en lot pour l'instant. Importez un fichier, ou cochez des
          produits dans la liste, puis « Modifier en lot ».
        </p>
      )}
      <Pager pagination={pagination} getHref={getHref} />
    </AdminPage>
  );
}
