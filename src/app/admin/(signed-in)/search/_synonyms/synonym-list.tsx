"use client";

import { RecordList } from "@/app/admin/_components/records/record-list";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import type { Synonym } from "@/domain/search/synonyms/schema";
import { SynonymForm } from "./synonym-form";
import { SynonymWords } from "./synonym-words";

interface Props {
  synonyms: readonly Synonym[];
  mayWrite: boolean;
}

const WORDS = {
  list: "Synonymes ajoutés",
  empty: "Vous n'avez pas encore ajouté de synonyme. Ceux d'origine, plus bas, marchent déjà.",
  create: "Nouveau synonyme",
  edit: "Modifier le synonyme",
  remove: "Supprimer le synonyme",
  saved: "Synonyme enregistré",
  removed: "Synonyme supprimé",
};

export function SynonymList({ synonyms, mayWrite }: Props) {
  return (
    <RecordList
      records={synonyms}
      mayWrite={mayWrite}
      path="/api/admin/search/synonyms"
      words={WORDS}
      getName={({ terms }) => terms.join(", ")}
      listClassName={rows.list}
      itemClassName={rows.row}
      renderRecord={({ terms, finds }) => (
        <p className={rows.what}>
          <span>
            <SynonymWords terms={terms} finds={finds} />
          </span>
        </p>
      )}
      renderForm={(synonym, onSaved) => <SynonymForm synonym={synonym} onSaved={onSaved} />}
      renderQuestion={({ terms, finds }) => (
        <>
          <SynonymWords terms={terms} finds={finds} /> : la recherche ne fera plus ce lien.
        </>
      )}
    />
  );
}
