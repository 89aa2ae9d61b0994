"use client";

import type { ReactNode } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { FormEnd } from "@/app/admin/_components/records/form-end";
import { findListError, useRecordForm } from "@/app/admin/_components/records/use-record-form";
import { DEFINITION_FIELDS } from "@/domain/analytics/definitions/fields";
import type { DefinitionKind, SavedOf } from "@/domain/analytics/definitions/schema";
import { DEFINITIONS_ROUTE } from "./definitions-route";

interface Props<Kind extends DefinitionKind> {
  kind: Kind;
  /** Null creates a new one. */
  record: SavedOf<Kind> | null;
  toDefinition: (form: FormData) => object;
  /** Shows what another editor saved, after a conflict. */
  onUseTheirs: (current: SavedOf<Kind>) => void;
  onSaved: () => void;
  /** The fields of the definition; `base` holds their initial values. */
  children: (base: SavedOf<Kind> | null) => ReactNode;
}

/** The form of a segment, a funnel, a report or a board: its name, its own fields, and one message for what is wrong in them. */
export function DefinitionForm<Kind extends DefinitionKind>(props: Props<Kind>) {
  const { kind, record, toDefinition, onUseTheirs, onSaved, children } = props;
  const { base, key, fields, onSubmit, ...end } = useRecordForm<SavedOf<Kind>>({
    record,
    path: DEFINITIONS_ROUTE,
    values: (form) => ({
      kind,
      name: String(form.get("name")),
      definition: toDefinition(form),
    }),
    onSaved,
    onUseTheirs,
  });
  const problem = findListError(fields, "definition");
  return (
    <form key={key} className={admin.stack} onSubmit={onSubmit} noValidate>
      <TextField
        label={DEFINITION_FIELDS.name.label}
        name="name"
        error={fields.name}
        max={DEFINITION_FIELDS.name.maxLength}
        defaultValue={base?.name ?? ""}
        dir="auto"
        required
      />
      {children(base)}
      {problem && (
        <p role="alert" className={admin.alert}>
          {problem}
        </p>
      )}
      <FormEnd {...end} />
    </form>
  );
}
