import type { Metadata } from "next";
import { ForgottenForm } from "./forgotten-form";

export const metadata: Metadata = { title: "Mot de passe oublié" };

export default function ForgottenPasswordPage() {
  return (
    <>
      <h1>Mot de passe oublié</h1>
      <ForgottenForm />
      <a href="/admin/login">Revenir à la connexion</a>
    </>
  );
}
