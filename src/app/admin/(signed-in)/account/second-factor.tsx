"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { ConfirmPasswordForm } from "./confirm-password-form";
import { RecoveryCodes } from "./recovery-codes";
import { ScanStep, type Secret } from "./scan-step";

type Step =
  | { name: "idle" }
  | { name: "password" }
  | { name: "scan"; secret: Secret }
  | { name: "codes"; codes: string[] }
  | { name: "disable" };

/** Enabling takes three steps: password, code of the app, recovery codes. Disabling asks for the password. */
export function SecondFactor({ isOn, username }: { isOn: boolean; username: string }) {
  const router = useRouter();
  const [step, setStep] = useState<Step>({ name: "idle" });
  const reset = () => {
    setStep({ name: "idle" });
    router.refresh();
  };
  switch (step.name) {
    case "password":
      return (
        <ConfirmPasswordForm
          method="POST"
          submitLabel="Continuer"
          onSaved={(secret: Secret) => setStep({ name: "scan", secret })}
          onCancel={reset}
        />
      );
    case "scan":
      return (
        <ScanStep
          secret={step.secret}
          onSaved={(codes) => setStep({ name: "codes", codes })}
          onCancel={reset}
        />
      );
    case "codes":
      return (
        <RecoveryCodes
          codes={step.codes}
          username={username}
          onConfirm={() => {
            toastSuccess("La double authentification est active.");
            reset();
          }}
        />
      );
    case "disable":
      return (
        <ConfirmPasswordForm
          method="DELETE"
          submitLabel="Désactiver"
          onSaved={() => {
            toastSuccess("La double authentification est désactivée.");
            reset();
          }}
          onCancel={reset}
        />
      );
    default:
      return (
        <StatusCard
          isOn={isOn}
          onStart={() => setStep(isOn ? { name: "disable" } : { name: "password" })}
        />
      );
  }
}

function StatusCard({ isOn, onStart }: { isOn: boolean; onStart: () => void }) {
  return (
    <>
      <p className={admin.row}>
        <span className={admin.chip} data-tone={isOn ? "good" : "warn"}>
          {isOn ? "Active" : "Inactive"}
        </span>
      </p>
      <p className={admin.hint}>
        {isOn
          ? "À chaque connexion, un code de votre application est demandé après le mot de passe."
          : "Un code de votre téléphone, demandé après le mot de passe : votre compte reste fermé même si quelqu'un devine celui-ci."}
      </p>
      <div>
        <button
          type="button"
          className="button"
          data-variant={isOn ? "quiet" : undefined}
          onClick={onStart}
        >
          {isOn ? "Désactiver…" : "Activer la double authentification"}
        </button>
      </div>
    </>
  );
}
