"use client";

import { useState } from "react";
import { SelectField } from "@/app/admin/_components/fields/fields";
import type { SavedOf } from "@/domain/analytics/definitions/schema";
import { BOARDS_PATH, PERIOD_OPTIONS } from "../analytics-choices";
import { DefinitionForm } from "../definition-form";
import { DefinitionList } from "../definition-list";
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
  thing: "Le tableau",
  left: "Ses rapports et entonnoirs restent.",
};

export function BoardList({ boards, mayWrite, ...form }: Props) {
  return (
    <DefinitionList
      records={boards}
      mayWrite={mayWrite}
      words={WORDS}
      getHref={(id) => `${BOARDS_PATH}/${id}`}
      renderForm={(board, onSaved) => <BoardForm board={board} onSaved={onSaved} {...form} />}
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
