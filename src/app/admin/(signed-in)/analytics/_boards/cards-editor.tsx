"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { CARD_WORDS } from "@/app/admin/_components/analytics/card-words";
import { SelectField, TextAreaField } from "@/app/admin/_components/fields/fields";
import { moveItem, RowButtons } from "@/app/admin/_components/lists/row-buttons";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { SmallButton } from "@/app/admin/_components/small-button";
import { UserText } from "@/app/admin/_components/text/user-text";
import { CARD_TITLES } from "@/domain/analytics/custom/labels";
import {
  type BoardCard,
  MAX_BOARD_CARDS,
  NOTE_MAX_LENGTH,
} from "@/domain/analytics/definitions/schema";
import { TOP_CARDS } from "@/domain/analytics/report/schema";

/** A card in the editor; the key keeps it itself when cards move. */
export interface EditedCard {
  key: string;
  card: BoardCard;
}

const toEditedCard = (card: BoardCard): EditedCard => ({ key: crypto.randomUUID(), card });

export const toEditedCards = (cards: readonly BoardCard[]) => cards.map(toEditedCard);

type Choice = readonly [id: string, name: string];

interface Props {
  cards: readonly EditedCard[];
  onChange: (cards: EditedCard[]) => void;
  funnels: readonly Choice[];
  reports: readonly Choice[];
}

export function CardsEditor({ cards, onChange, funnels, reports }: Props) {
  const [note, setNote] = useState("");
  const offered = listOffered(funnels, reports);
  const used = new Set(cards.map(({ card }) => JSON.stringify(card)));
  const add = (card: BoardCard) => onChange([...cards, toEditedCard(card)]);
  return (
    <fieldset className={rows.group}>
      <legend>Cartes</legend>
      <ul className={rows.list} data-plain>
        {cards.map(({ key, card }, index) => (
          <li key={key} className={rows.row}>
            <UserText text={findTitle(offered, card)} />
            <RowButtons
              rowLabel={`la carte ${index + 1}`}
              index={index}
              count={cards.length}
              onMove={(from, to) => onChange(moveItem(cards, from, to))}
              onRemove={() => onChange(cards.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      {cards.length < MAX_BOARD_CARDS && (
        <>
          <SelectField
            label="Ajouter une carte"
            name="card"
            emptyLabel="Choisir"
            options={offered
              .filter(({ key }) => !used.has(key))
              .map(({ key, title }) => [key, title])}
            value=""
            onChange={({ target }) => {
              const found = offered.find(({ key }) => key === target.value);
              if (found) add(found.card);
            }}
          />
          <TextAreaField
            label="Ajouter une note"
            name="note"
            max={NOTE_MAX_LENGTH}
            value={note}
            onChange={({ target }) => setNote(target.value)}
            dir="auto"
          />
          <div className={admin.row}>
            <SmallButton
              disabled={note.trim() === ""}
              onClick={() => {
                add({ card: "note", text: note });
                setNote("");
              }}
            >
              Ajouter la note
            </SmallButton>
          </div>
        </>
      )}
    </fieldset>
  );
}

interface Offered {
  key: string;
  card: BoardCard;
  title: string;
}

function listOffered(funnels: readonly Choice[], reports: readonly Choice[]): Offered[] {
  const offered: [BoardCard, string][] = [
    [{ card: "figures" }, CARD_TITLES.figures],
    [{ card: "series" }, CARD_TITLES.series],
    ...TOP_CARDS.map((top): [BoardCard, string] => [{ card: "top", top }, CARD_WORDS[top].title]),
    ...funnels.map(([id, name]): [BoardCard, string] => [
      { card: "funnel", id },
      `${CARD_TITLES.funnel} : ${name}`,
    ]),
    ...reports.map(([id, name]): [BoardCard, string] => [
      { card: "report", id },
      `${CARD_TITLES.report} : ${name}`,
    ]),
  ];
  return offered.map(([card, title]) => ({ key: JSON.stringify(card), card, title }));
}

function findTitle(offered: readonly Offered[], card: BoardCard): string {
  if (card.card === "note") return `Note : ${card.text}`;
  const key = JSON.stringify(card);
  return offered.find((each) => each.key === key)?.title ?? CARD_TITLES[card.card];
}
