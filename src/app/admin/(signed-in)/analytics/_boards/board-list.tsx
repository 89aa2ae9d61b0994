"use client";

import Link from "next/link";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField } from "@/app/admin/_components/fields/fields";
import { RecordList } from "@/app/admin/_components/records/record-list";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { SavedOf } from "@/domain/analytics/definitions/schema";
import { BOARDS_PATH, PERIOD_OPTIONS } from "../analytics-choices";
import styles from "../analytics-page.module.css";
import { DefinitionForm } from "../definition-form";
import { DEFINITIONS_ROUTE } from "../definitions-route";
import { CardsEditor, type EditedCard, toEditedCards } from "./cards-editor";

type Board = SavedOf<"BOARD">;
type Choice = readonly [id: string, name: string];

interface Props {
  boards: readonly (Board & { summary: string })[];
  funnels: readonly Choice[];
  reports: readonly Choice[];
  mayWrite: boolean;
}

const WORDS = {
  list: "Tableaux",
  empty: "Aucun tableau. Choisissez les cartes que vous regardez chaque semaine.",
  create: "Nouveau tableau",
  edit: "Modifier le tableau",
  remove: "Supprimer le tableau",
  saved: "Tableau enregistré",
  removed: "Tableau supprimé",
};

export function BoardList({ boards, mayWrite, ...form }: Props) {
  return (
    <RecordList
      records={boards}
      mayWrite={mayWrite}
      path={DEFINITIONS_ROUTE}
      words={WORDS}
      getName={({ name }) => name}
      listClassName={styles.list}
      itemClassName={styles.row}
      renderRecord={({ id, name, summary }) => (
        <div className={styles.what}>
          <p className={styles.title}>
            <Link href={`${BOARDS_PATH}/${id}`} prefetch={false}>
              <UserText text={name} />
            </Link>
          </p>
          <p className={admin.hint}>
            <UserText text={summary} />
          </p>
        </div>
      )}
      renderForm={(board, onSaved) => <BoardForm board={board} onSaved={onSaved} {...form} />}
      renderQuestion={({ name }) => (
        <>
          Le tableau « <UserText text={name} /> » disparaît. Ses rapports et entonnoirs restent.
        </>
      )}
    />
  );
}

interface FormProps extends Pick<Props, "funnels" | "reports"> {
  board: Board | null;
  onSaved: () => void;
}

function BoardForm({ board, funnels, reports, onSaved }: FormProps) {
  const [cards, setCards] = useState<EditedCard[]>(() =>
    toEditedCards(board?.definition.cards ?? [{ card: "figures" }]),
  );
  return (
    <DefinitionForm
      kind="BOARD"
      record={board}
      toDefinition={(form) => ({
        period: form.get("period"),
        cards: cards.map(({ card }) => card),
      })}
      onUseTheirs={({ definition }) => setCards(toEditedCards(definition.cards))}
      onSaved={onSaved}
    >
      {(base) => (
        <>
          <SelectField
            label="Période"
            name="period"
            options={PERIOD_OPTIONS}
            defaultValue={base?.definition.period ?? "30"}
          />
          <CardsEditor cards={cards} onChange={setCards} funnels={funnels} reports={reports} />
        </>
      )}
    </DefinitionForm>
  );
}
