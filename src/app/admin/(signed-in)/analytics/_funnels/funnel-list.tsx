"use client";

import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { RecordList } from "@/app/admin/_components/records/record-list";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { FilterChoices } from "@/domain/analytics/definitions/choices-queries";
import type { SavedOf } from "@/domain/analytics/definitions/schema";
import styles from "../analytics-page.module.css";
import { DEFINITIONS_ROUTE } from "../definitions-route";
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
};

export function FunnelList({ standard, funnels, mayWrite, ...form }: Props) {
  return (
    <>
      <div className={styles.row}>
        <Summary funnel={standard} />
      </div>
      <RecordList
        records={funnels}
        mayWrite={mayWrite}
        path={DEFINITIONS_ROUTE}
        words={WORDS}
        getName={({ name }) => name}
        listClassName={styles.list}
        itemClassName={styles.row}
        renderRecord={(funnel) => <Summary funnel={funnel} />}
        renderForm={(funnel, onSaved) => <FunnelForm funnel={funnel} onSaved={onSaved} {...form} />}
        renderQuestion={({ name }) => (
          <>
            L'entonnoir « <UserText text={name} /> » disparaît. Les chiffres restent.
          </>
        )}
      />
    </>
  );
}

function Summary({ funnel: { id, name, summary } }: { funnel: ListedFunnel }) {
  return (
    <div className={styles.what}>
      <p className={styles.title}>
        <Link href={`${FUNNELS_PATH}/${id}`} prefetch={false}>
          <UserText text={name} />
        </Link>
      </p>
      <p className={admin.hint}>
        <UserText text={summary} />
      </p>
    </div>
  );
}
