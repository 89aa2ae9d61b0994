import type { Metadata } from "next";
import { listStaffCategories } from "@/domain/catalogue/categories/queries";
import { requireStaff } from "@/lib/auth/page-guard";
import { RecordTimeline } from "../../_components/record-timeline";
import { CategoryBoard } from "./category-board";

export const metadata: Metadata = { title: "Catégories" };

export default async function CategoriesPage() {
  await requireStaff("categories.manage", "/admin/categories");
  return (
    <>
      <CategoryBoard categories={await listStaffCategories()} />
      <RecordTimeline entityType="Category" />
    </>
  );
}
