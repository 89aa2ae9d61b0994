import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { FocusOnChange } from "@/app/admin/_components/focus/focus-on-change";
import type { SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { getImport } from "@/domain/catalogue/import/queries";
import type { ImportView } from "@/domain/catalogue/import-rows/schema";
import { OperationId } from "@/domain/catalogue/operations/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { AppError } from "@/lib/errors";
import { UploadStep } from "./_file/upload-step";
import { ReportStep } from "./_report/report-step";
import { CheckProgress } from "./check-progress";
import { ColumnsStep } from "./columns-step";
import { StepList } from "./step-list";

export const metadata: Metadata = { title: "Importer des produits" };

interface Props {
  searchParams: Promise<SearchParams>;
}

/** The address names the import and, to change its columns after a check, the step. */
export default async function NewImportPage({ searchParams }: Props) {
  const { import: id, etape } = await searchParams;
  await requireStaff("products.import", "/admin/imports/new");
  const view = id === undefined ? null : await findImport(id);
  const step = getStep(view, etape === "colonnes");
  return (
    <AdminPage
      title="Importer des produits"
      trail={[{ label: "Imports et modifications", href: "/admin/imports" }]}
    >
      <StepList current={step} />
      <FocusOnChange of={step} target="main h2" />
      {view === null && <UploadStep />}
      {view && step === "columns" && <ColumnsStep view={view} />}
      {view && step === "check" && <CheckProgress operation={view.operation} />}
      {view && step === "report" && <ReportStep view={view} />}
    </AdminPage>
  );
}

async function findImport(id: string | string[]): Promise<ImportView> {
  const parsed = OperationId.safeParse({ id });
  if (!parsed.success) notFound();
  return getImport(parsed.data.id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  });
}

function getStep(view: ImportView | null, isChangingColumns: boolean) {
  if (view === null) return "file";
  const { id, state } = view.operation;
  if (state === "VALIDATING") return "check";
  if (state === "UPLOADED") return "columns";
  if (state !== "VALIDATED" && state !== "REJECTED") redirect(`/admin/imports/${id}`);
  return isChangingColumns ? "columns" : "report";
}
