import { listStaffProducts } from "@/domain/catalogue/product-list/queries";
import type { StaffProductQuery } from "@/domain/catalogue/products/schema";
import { can, type Role } from "@/lib/auth/permissions";
import { EmptyList } from "./empty-list";
import { StatusTabs } from "./status-tabs";
import { ProductTable } from "./table/product-table";

export async function ProductResults({ query, role }: { query: StaffProductQuery; role: Role }) {
  const { items, pagination, counts } = await listStaffProducts(query);
  const mayWrite = can({ role }, "products.write");
  const rights = {
    mayWrite,
    mayTrash: can({ role }, "products.delete"),
    mayPurge: can({ role }, "products.purge"),
  };
  return (
    <>
      <StatusTabs counts={counts} />
      {items.length > 0 ? (
        <ProductTable rows={items} pagination={pagination} rights={rights} />
      ) : (
        <EmptyList query={query} total={pagination.total} mayWrite={mayWrite} />
      )}
    </>
  );
}
