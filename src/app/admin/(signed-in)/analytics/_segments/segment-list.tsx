"use client";

import Link from "next/link";
import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { ANALYTICS_PATH } from "@/app/admin/_components/analytics/analytics-urls";
import { RecordList } from "@/app/admin/_components/records/record-list";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { FilterChoices } from "@/domain/analytics/definitions/choices-queries";
import type { SavedOf } from "@/domain/analytics/definitions/schema";
import { FilterEditor } from "../_filters/filter-editor";
import styles from "../analytics-page.module.css";
import { DefinitionForm } from "../definition-form";
import { DEFINITIONS_ROUTE } from "../definitions-route";

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
};

export function SegmentList({ segments, mayWrite, ...form }: Props) {
  return (
    <RecordList
      records={segments}
      mayWrite={mayWrite}
      path={DEFINITIONS_ROUTE}
      words={WORDS}
      getName={({ name }) => name}
      listClassName={styles.list}
      itemClassName={styles.row}
      renderRecord={({ id, name, summary }) => (
        <div className={styles.what}>
          <p className={styles.title}>
            <Link href={`${ANALYTICS_PATH}?segment=${id}`} prefetch={false}>
              <UserText text={name} />
            </Link>
          </p>
          <p className={admin.hint}>
            <UserText text={summary} />
          </p>
        </div>
      )}
      renderForm={(segment, onSaved) => (
        <SegmentForm segment={segment} onSaved={onSaved} {...form} />
      )}
      renderQuestion={({ name }) => (
        <>
          Le segment « <UserText text={name} /> » disparaît. Les chiffres restent.
        </>
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
