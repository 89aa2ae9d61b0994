"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField } from "@/app/admin/_components/fields/fields";

interface Props {
  sheets: readonly string[];
  /** The first sheet that has rows. */
  sheet: string;
  isPending: boolean;
  message: string | undefined;
  onChoose: (sheet: string) => void;
}

export function SheetChoice({ sheets, sheet, isPending, message, onChoose }: Props) {
  const [chosen, setChosen] = useState(sheet);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) onChoose(chosen);
      }}
      method="post"
      className={admin.card}
    >
      <h2>Choisir la feuille</h2>
      <SelectField
        label="Feuille des produits"
        name="sheet"
        hint={`Ce classeur a ${sheets.length} feuilles.`}
        value={chosen}
        options={sheets.map((name) => [name, name])}
        error={message}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <div>
        <button type="submit" className="button" aria-disabled={isPending}>
          {isPending ? "Lecture du fichier…" : "Lire cette feuille"}
        </button>
      </div>
    </form>
  );
}
