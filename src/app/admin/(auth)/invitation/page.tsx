import type { Metadata } from "next";
import admin from "../../_components/admin.module.css";
import { parseLinkToken } from "../_components/link-token";
import { SetPasswordForm } from "../_components/set-password-form";

/** The URL contains a token, so the page sends no referrer. */
export const metadata: Metadata = { title: "Bienvenue dans l'équipe", referrer: "no-referrer" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function InvitationPage({ searchParams }: Props) {
  const token = parseLinkToken((await searchParams).token);
  return (
    <>
      <h1>Bienvenue dans l'équipe</h1>
      {token ? (
        <SetPasswordForm path="/api/auth/invitation" token={token} />
      ) : (
        <p className={admin.alert}>Ce lien n'est pas complet. Ouvrez-le depuis votre message.</p>
      )}
      <a href="/admin/login">J'ai déjà un mot de passe</a>
    </>
  );
}
