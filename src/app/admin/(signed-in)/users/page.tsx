import type { Metadata } from "next";
import { Suspense } from "react";
import { Pager } from "@/app/admin/_components/lists/pager";
import { SearchForm } from "@/app/admin/_components/lists/search-form";
import { AdminPage } from "@/app/admin/_components/page/admin-page";
import { listUsers } from "@/domain/staff/users/queries";
import { StaffUserQuery } from "@/domain/staff/users/schema";
import { requireStaff } from "@/lib/auth/page-guard";
import admin from "../../_components/admin.module.css";
import { InviteButton } from "./invite-button";
import { UserTable } from "./user-table";

export const metadata: Metadata = { title: "Équipe" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UsersPage({ searchParams }: Props) {
  const { id } = await requireStaff("users.manage", "/admin/users");
  const parsed = StaffUserQuery.safeParse(await searchParams);
  const query = parsed.data ?? StaffUserQuery.parse({});
  return (
    <AdminPage title="Équipe" actions={<InviteButton />}>
      <SearchForm label="Nom ou adresse e-mail" value={query.q} />
      <Suspense
        key={`${query.q} ${query.page}`}
        fallback={<p className={admin.empty}>Un instant…</p>}
      >
        <Team query={query} currentUserId={id} />
      </Suspense>
    </AdminPage>
  );
}

async function Team({ query, currentUserId }: { query: StaffUserQuery; currentUserId: string }) {
  const { items, pagination } = await listUsers(query);
  if (items.length === 0) {
    return (
      <p className={admin.empty}>
        Personne ne correspond. Essayez avec moins de lettres, ou invitez quelqu'un.
      </p>
    );
  }
  return (
    <>
      <UserTable users={items} currentUserId={currentUserId} />
      <Pager pagination={pagination} getHref={(page) => buildUsersUrl({ ...query, page })} />
    </>
  );
}

function buildUsersUrl({ q, page }: Pick<StaffUserQuery, "q" | "page">): string {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  params.set("page", String(page));
  return `/admin/users?${params}`;
}
