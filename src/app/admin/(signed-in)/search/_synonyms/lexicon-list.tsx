"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { foldText } from "@/domain/search/fold";
import type { LexiconEntry } from "@/domain/search/lexicon/entry";
import { formatNumber, plural } from "@/lib/format/format";
import { SynonymWords } from "./synonym-words";

const MAX_SHOWN = 20;
const ENTRIES = { one: "groupe de mots", other: "groupes de mots" };

/** The lexicon that every shop starts with. It is part of the program, so staff can read it only. */
export function LexiconList({ entries }: { entries: readonly LexiconEntry[] }) {
  const [text, setText] = useState("");
  const found = filterEntries(entries, text);
  return (
    <section className={admin.card} aria-labelledby="origine">
      <h2 id="origine">Synonymes d'origine</h2>
      <p className={admin.hint}>
        La recherche connaît déjà ces mots, en français, en arabe et en darija. Ils ne se modifient
        pas ; les vôtres s'y ajoutent.
      </p>
      <TextField
        label="Chercher un mot"
        name="lexicon"
        type="search"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status" className={admin.hint}>
        {formatNumber(found.length)} {plural(found.length, "fr", ENTRIES)}
        {found.length > MAX_SHOWN && `, dont voici les ${MAX_SHOWN} premiers`}
      </p>
      <ul className={rows.list} aria-label="Synonymes d'origine" data-plain>
        {found.slice(0, MAX_SHOWN).map(({ terms, finds }) => (
          <li key={[...terms, ...(finds ?? [])].join()}>
            <SynonymWords terms={terms} finds={finds} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function filterEntries(entries: readonly LexiconEntry[], text: string): readonly LexiconEntry[] {
  const wanted = foldText(text);
  return entries.filter(({ terms, finds = [] }) =>
    [...terms, ...finds].some((word) => foldText(word).includes(wanted)),
  );
}
