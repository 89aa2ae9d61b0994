"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ConfirmDialog } from "@/app/admin/_components/dialogs/confirm-dialog";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { Experiment, ExperimentAction } from "@/domain/analytics/experiments/schema";
import { nameVariant } from "@/domain/analytics/experiments/summary";
import { api } from "@/lib/http/api-client";
import { EXPERIMENTS_ROUTE } from "./experiment-urls";

interface Step {
  action: ExperimentAction;
  label: string;
  title: string;
  question: string;
  done: string;
}

/** The buttons that start and stop an experiment, and that declare its winner. */
export function ExperimentActions({ experiment }: { experiment: Experiment }) {
  const router = useRouter();
  const [step, setStep] = useState<Step | null>(null);
  const send = async ({ action, done }: Step) => {
    const body = { ...action, version: experiment.version };
    await api(`${EXPERIMENTS_ROUTE}/${experiment.id}/actions`, { method: "POST", body });
    toastSuccess(done);
    router.refresh();
  };
  const question: ReactNode = step && <p>{step.question}</p>;
  return (
    <div className={admin.row}>
      {listSteps(experiment).map((each) => (
        <SmallButton
          key={each.label}
          variant={each.action.action === "start" ? "primary" : "quiet"}
          onClick={() => setStep(each)}
        >
          {each.label}
        </SmallButton>
      ))}
      <ConfirmDialog
        open={step !== null}
        title={step?.title ?? ""}
        confirmLabel={step?.label ?? ""}
        onConfirm={() => step && send(step)}
        onClose={() => setStep(null)}
      >
        {question}
      </ConfirmDialog>
    </div>
  );
}

function listSteps({ state, variants, winner }: Experiment): Step[] {
  switch (state) {
    case "DRAFT":
      return [START];
    case "RUNNING":
      return [STOP];
    case "STOPPED": {
      const all = [null, ...variants].map((_, variant) => declare(variant));
      const others = all.filter((_, variant) => variant !== winner);
      return winner === null ? others : [...others, REVERT];
    }
  }
}

const START: Step = {
  action: { action: "start" },
  label: "Lancer l'essai",
  title: "Lancer l'essai",
  question:
    "Les visiteurs qui ont accepté les cookies verront l'une des versions, toujours la même. Les versions ne changent plus ensuite.",
  done: "Essai lancé",
};

const STOP: Step = {
  action: { action: "stop" },
  label: "Arrêter l'essai",
  title: "Arrêter l'essai",
  question:
    "Tout le monde revoit la version actuelle. Le résultat reste, et l'essai ne repart pas.",
  done: "Essai arrêté",
};

const REVERT: Step = {
  action: { action: "revert" },
  label: "Revenir à la version d'avant",
  title: "Revenir à la version d'avant",
  question: "Tout le monde revoit ce qui était montré avant cette décision.",
  done: "La version d'avant est de nouveau montrée",
};

function declare(winner: number): Step {
  const name = nameVariant(winner);
  return {
    action: { action: "declare", winner },
    label: `Retenir : ${name.toLowerCase()}`,
    title: "Retenir une version",
    question: `Tous les visiteurs verront ceci : ${name.toLowerCase()}. Vous pourrez revenir en arrière.`,
    done: `${name} retenue`,
  };
}
