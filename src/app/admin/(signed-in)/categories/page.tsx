import type { Metadata } from "next";
import { RecordTimeline } from "@/app/admin/_components/page/record-timeline";
import { listStaffCategories } from "@/domain/catalogue/categories/queries";
import { requireStaff } from "@/lib/auth/page-guard";
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
