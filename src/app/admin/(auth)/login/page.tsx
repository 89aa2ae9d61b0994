import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/app/admin/_components/page/sign-in-form";
import { findCurrentSession } from "@/lib/auth/page-guard";
import { getPathAfterSignIn } from "./path-after-sign-in";

export const metadata: Metadata = { title: "Connexion" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function LoginPage({ searchParams }: Props) {
  const next = getPathAfterSignIn((await searchParams).suite);
  if (await findCurrentSession()) redirect(next);
  return (
    <>
      <h1>Connexion</h1>
      <SignInForm next={next} />
    </>
  );
}
