"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField } from "@/app/admin/_components/fields/fields";
import { DIMENSION_LABELS, MEASURE_LABELS } from "@/domain/analytics/custom/labels";
import {
  MEASURES,
  REPORT_DIMENSIONS,
  type ReportDefinition,
} from "@/domain/analytics/custom/schema";
import type { FilterChoices } from "@/domain/analytics/definitions/choices-queries";
import type { SavedOf } from "@/domain/analytics/definitions/schema";
import { FilterEditor } from "../_filters/filter-editor";
import { PERIOD_OPTIONS, REPORTS_PATH } from "../analytics-choices";
import { DefinitionForm } from "../definition-form";
import { DefinitionList } from "../definition-list";

type Report = SavedOf<"REPORT">;

interface Props {
  reports: readonly (Report & { summary: string })[];
  segments: readonly { id: string; name: string }[];
  choices: FilterChoices;
  names: Readonly<Record<string, string>>;
  mayWrite: boolean;
}

const WORDS = {
  list: "Rapports",
  empty:
    "Aucun rapport. Un rapport compte une chose par une autre, par exemple les demandes par produit.",
  create: "Nouveau rapport",
  edit: "Modifier le rapport",
  remove: "Supprimer le rapport",
  saved: "Rapport enregistré",
  removed: "Rapport supprimé",
  thing: "Le rapport",
  left: "Les chiffres restent.",
};

export function ReportList({ reports, mayWrite, ...form }: Props) {
  return (
    <DefinitionList
      records={reports}
      mayWrite={mayWrite}
      words={WORDS}
      getHref={(id) => `${REPORTS_PATH}/${id}`}
      renderForm={(report, onSaved) => <ReportForm report={report} onSaved={onSaved} {...form} />}
    />
  );
}

interface FormProps extends Pick<Props, "choices" | "names" | "segments"> {
  report: Report | null;
  onSaved: () => void;
}

function ReportForm({ report, segments, choices, names, onSaved }: FormProps) {
  const [filter, setFilter] = useState(report?.definition.filter ?? {});
  return (
    <DefinitionForm
      kind="REPORT"
      record={report}
      toDefinition={(form) => ({
        measure: form.get("measure"),
        dimension: form.get("dimension"),
        period: form.get("period"),
        segment: String(form.get("segment") ?? "") || null,
        filter,
      })}
      onUseTheirs={({ definition }) => setFilter(definition.filter)}
      onSaved={onSaved}
    >
      {(base) => (
        <>
          <ReportFields definition={base?.definition} segments={segments} />
          <FilterEditor
            filter={filter}
            onChange={setFilter}
            choices={choices}
            names={names}
            name="report"
          />
        </>
      )}
    </DefinitionForm>
  );
}

interface FieldsProps extends Pick<Props, "segments"> {
  definition: ReportDefinition | undefined;
}

function ReportFields({ definition, segments }: FieldsProps) {
  return (
    <>
      <div className={admin.grid}>
        <SelectField
          label="Compter"
          name="measure"
          options={MEASURES.map((measure) => [measure, MEASURE_LABELS[measure]])}
          defaultValue={definition?.measure ?? "requests"}
        />
        <SelectField
          label="Par"
          name="dimension"
          options={REPORT_DIMENSIONS.map((dimension) => [dimension, DIMENSION_LABELS[dimension]])}
          defaultValue={definition?.dimension ?? "product"}
        />
        <SelectField
          label="Sur"
          name="period"
          options={PERIOD_OPTIONS}
          defaultValue={definition?.period ?? "30"}
        />
      </div>
      {segments.length > 0 && (
        <SelectField
          label="Segment"
          name="segment"
          emptyLabel="Toutes les visites"
          options={segments.map(({ id, name }) => [id, name])}
          defaultValue={definition?.segment ?? ""}
        />
      )}
    </>
  );
}
