import type { Metadata } from "next";
import { ForgotPasswordForm } from "./forgot-password-form";

export const metadata: Metadata = { title: "Mot de passe oublié" };

export default function ForgottenPasswordPage() {
  return (
    <>
      <h1>Mot de passe oublié</h1>
      <ForgotPasswordForm />
      <a href="/admin/login">Revenir à la connexion</a>
    </>
  );
}
