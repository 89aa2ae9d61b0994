"use client";

import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { RecordList } from "@/app/admin/_components/records/record-list";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { UserText } from "@/app/admin/_components/text/user-text";
import { SLOT_LABELS, STATE_LABELS } from "@/domain/analytics/experiments/fields";
import type { Experiment } from "@/domain/analytics/experiments/schema";
import { nameVariant } from "@/domain/analytics/experiments/summary";
import { ExperimentForm, type FormChoices } from "./experiment-form";
import { EXPERIMENTS_PATH, EXPERIMENTS_ROUTE } from "./experiment-urls";

interface Props {
  experiments: readonly Experiment[];
  /** Null for people who may only read. */
  choices: FormChoices | null;
}

const WORDS = {
  list: "Essais",
  empty: "Aucun essai. Comparez deux textes ou deux présentations, et gardez ce qui marche.",
  create: "Nouvel essai",
  edit: "Modifier l'essai",
  remove: "Supprimer l'essai",
  saved: "Essai enregistré",
  removed: "Essai supprimé",
};

export function ExperimentList({ experiments, choices }: Props) {
  return (
    <RecordList
      records={experiments}
      mayWrite={choices !== null}
      path={EXPERIMENTS_ROUTE}
      words={WORDS}
      getName={({ name }) => name}
      listClassName={rows.list}
      itemClassName={rows.row}
      renderRecord={(experiment) => <Summary experiment={experiment} />}
      renderForm={(experiment, onSaved) =>
        choices && <ExperimentForm experiment={experiment} choices={choices} onSaved={onSaved} />
      }
      renderQuestion={({ name }) => (
        <>
          L'essai « <UserText text={name} /> » et son résultat disparaissent.
        </>
      )}
    />
  );
}

const TONES = { DRAFT: undefined, RUNNING: "good", STOPPED: "info" } as const;

function Summary({ experiment: { id, name, slot, state, winner } }: { experiment: Experiment }) {
  return (
    <div className={rows.what}>
      <p className={rows.title}>
        <Link href={`${EXPERIMENTS_PATH}/${id}`} prefetch={false}>
          <UserText text={name} />
        </Link>
      </p>
      <p className={admin.hint}>
        <span className={admin.chip} data-tone={TONES[state]}>
          {STATE_LABELS[state]}
        </span>{" "}
        {SLOT_LABELS[slot]}
        {winner !== null && `, ${nameVariant(winner).toLowerCase()} retenue`}
      </p>
    </div>
  );
}
