import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { FocusOnChange } from "@/app/admin/_components/focus/focus-on-change";
import { parseListQuery, type SearchParams } from "@/app/admin/_components/lists/list-query";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { RecordTimeline } from "@/app/admin/_components/page/record-timeline";
import { findOperation } from "@/domain/catalogue/operations/queries";
import { ItemQuery, OperationId } from "@/domain/catalogue/operations/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import { can } from "@/lib/auth/permissions";
import { OperationItems } from "../_items/operation-items";
import { ImportLinks } from "./import-links";
import { OperationActions } from "./operation-actions";
import { OperationFacts } from "./operation-facts";
import { OperationProgress } from "./operation-progress";

export const metadata: Metadata = { title: "Opération" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function OperationPage({ params, searchParams }: Props) {
  const { id } = await params;
  const user = await requireStaff("products.read", `/admin/imports/${id}`);
  const operation = OperationId.safeParse({ id }).success ? await findOperation(id) : null;
  if (!operation) notFound();
  const query = parseListQuery(ItemQuery, await searchParams);
  return (
    <AdminPage
      title={operation.title}
      trail={[{ label: "Imports et modifications", href: "/admin/imports" }]}
      actions={can(user, "products.import") && <OperationActions operation={operation} />}
    >
      <FocusOnChange of={operation.state} target="main h2" />
      <section className={admin.card} aria-labelledby="operation">
        <h2 id="operation">Opération</h2>
        <OperationProgress key={operation.state} operation={operation} />
        <OperationFacts operation={operation} />
        <ImportLinks operation={operation} mayImport={can(user, "products.import")} />
        {can(user, "audit.read") && (
          <p>
            <Link href={`/admin/audit?requestId=${id}`} prefetch={false}>
              Les entrées du journal, produit par produit
            </Link>
          </p>
        )}
      </section>
      <Suspense key={JSON.stringify(query)} fallback={<p className={admin.empty}>Un instant…</p>}>
        <OperationItems operation={operation} query={query} />
      </Suspense>
      {can(user, "audit.read") && <RecordTimeline entityType="ProductOperation" entityId={id} />}
    </AdminPage>
  );
}
