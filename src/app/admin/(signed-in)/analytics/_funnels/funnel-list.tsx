"use client";

import rows from "@/app/admin/_components/records/record-rows.module.css";
import type { FilterChoices } from "@/domain/analytics/definitions/choices-queries";
import type { SavedOf } from "@/domain/analytics/definitions/schema";
import { DefinitionList, DefinitionSummary } from "../definition-list";
import { FunnelForm } from "./funnel-form";
import { FUNNELS_PATH } from "./funnel-urls";

type Funnel = SavedOf<"FUNNEL">;

interface ListedFunnel extends Funnel {
  /** Its steps in words. */
  summary: string;
}

interface Props {
  /** The funnel of every shop, which cannot be edited. */
  standard: ListedFunnel;
  funnels: readonly ListedFunnel[];
  choices: FilterChoices;
  names: Readonly<Record<string, string>>;
  mayWrite: boolean;
}

const WORDS = {
  list: "Entonnoirs enregistrés",
  empty: "Aucun autre entonnoir. Créez le vôtre avec deux à huit étapes.",
  create: "Nouvel entonnoir",
  edit: "Modifier l'entonnoir",
  remove: "Supprimer l'entonnoir",
  saved: "Entonnoir enregistré",
  removed: "Entonnoir supprimé",
  thing: "L'entonnoir",
  left: "Les chiffres restent.",
};

const getHref = (id: string) => `${FUNNELS_PATH}/${id}`;

export function FunnelList({ standard, funnels, mayWrite, ...form }: Props) {
  return (
    <>
      <div className={rows.row}>
        <DefinitionSummary {...standard} href={getHref(standard.id)} />
      </div>
      <DefinitionList
        records={funnels}
        mayWrite={mayWrite}
        words={WORDS}
        getHref={getHref}
        renderForm={(funnel, onSaved) => <FunnelForm funnel={funnel} onSaved={onSaved} {...form} />}
      />
    </>
  );
}
