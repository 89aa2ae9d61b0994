import type { Metadata } from "next";
import admin from "../../_components/admin.module.css";
import { parseLinkToken } from "../_components/link-token";
import { SetPasswordForm } from "../_components/set-password-form";

/** The URL contains a token, so the page sends no referrer. */
export const metadata: Metadata = { title: "Nouveau mot de passe", referrer: "no-referrer" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NewPasswordPage({ searchParams }: Props) {
  const token = parseLinkToken((await searchParams).token);
  return (
    <>
      <h1>Nouveau mot de passe</h1>
      {token ? (
        <SetPasswordForm path="/api/auth/password-reset/confirm" token={token} />
      ) : (
        <p className={admin.alert}>Ce lien n'est pas complet. Ouvrez-le depuis votre message.</p>
      )}
      <a href="/admin/mot-de-passe-oublie">Demander un autre lien</a>
    </>
  );
}
