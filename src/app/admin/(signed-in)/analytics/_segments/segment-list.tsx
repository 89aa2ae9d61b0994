"use client";

import { useState } from "react";
import { ANALYTICS_PATH } from "@/app/admin/_components/analytics/analytics-urls";
import type { FilterChoices } from "@/domain/analytics/definitions/choices-queries";
import type { SavedOf } from "@/domain/analytics/definitions/schema";
import { FilterEditor } from "../_filters/filter-editor";
import { DefinitionForm } from "../definition-form";
import { DefinitionList } from "../definition-list";

type Segment = SavedOf<"SEGMENT">;

interface ListedSegment extends Segment {
  /** Its conditions in words. */
  summary: string;
}

interface Props {
  segments: readonly ListedSegment[];
  choices: FilterChoices;
  names: Readonly<Record<string, string>>;
  mayWrite: boolean;
}

const WORDS = {
  list: "Segments",
  empty:
    "Aucun segment. Un segment garde un filtre sous un nom, par exemple « Clients arabophones sur téléphone ».",
  create: "Nouveau segment",
  edit: "Modifier le segment",
  remove: "Supprimer le segment",
  saved: "Segment enregistré",
  removed: "Segment supprimé",
  thing: "Le segment",
  left: "Les chiffres restent.",
};

export function SegmentList({ segments, mayWrite, ...form }: Props) {
  return (
    <DefinitionList
      records={segments}
      mayWrite={mayWrite}
      words={WORDS}
      getHref={(id) => `${ANALYTICS_PATH}?segment=${id}`}
      renderForm={(segment, onSaved) => (
        <SegmentForm segment={segment} onSaved={onSaved} {...form} />
      )}
    />
  );
}

interface FormProps extends Pick<Props, "choices" | "names"> {
  segment: Segment | null;
  onSaved: () => void;
}

function SegmentForm({ segment, choices, names, onSaved }: FormProps) {
  const [filter, setFilter] = useState(segment?.definition.filter ?? {});
  return (
    <DefinitionForm
      kind="SEGMENT"
      record={segment}
      toDefinition={() => ({ filter })}
      onUseTheirs={({ definition }) => setFilter(definition.filter)}
      onSaved={onSaved}
    >
      {() => (
        <FilterEditor
          filter={filter}
          onChange={setFilter}
          choices={choices}
          names={names}
          name="segment"
        />
      )}
    </DefinitionForm>
  );
}
