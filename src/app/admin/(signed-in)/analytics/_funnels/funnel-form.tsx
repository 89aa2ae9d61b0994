"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import type { FilterChoices } from "@/domain/analytics/definitions/choices-queries";
import type { SavedOf } from "@/domain/analytics/definitions/schema";
import {
  FUNNEL_SCOPES,
  type FunnelDefinition,
  type FunnelStep,
} from "@/domain/analytics/funnels/schema";
import { DefinitionForm } from "../definition-form";
import { toEdited, toSteps } from "./edited-steps";
import { StepsEditor } from "./steps-editor";
import { splitWindow, toMinutes, UNITS } from "./window-units";

const MAX_WINDOW_DIGITS = 6;

const SCOPES: Record<(typeof FUNNEL_SCOPES)[number], string> = {
  session: "La même visite",
  visitor: "Le même visiteur, le même jour",
};

const NEW_STEPS: FunnelStep[] = [
  { name: "Fiche produit", conditions: [{ event: ["product_view"] }] },
  { name: "Demande", conditions: [{ event: ["whatsapp_click", "contact_submit"] }] },
];

interface Props {
  /** Null creates a new funnel. */
  funnel: SavedOf<"FUNNEL"> | null;
  choices: FilterChoices;
  names: Readonly<Record<string, string>>;
  onSaved: () => void;
}

export function FunnelForm({ funnel, choices, names, onSaved }: Props) {
  const [steps, setSteps] = useState(() => toEdited(funnel?.definition.steps ?? NEW_STEPS));
  return (
    <DefinitionForm
      kind="FUNNEL"
      record={funnel}
      toDefinition={(form) => ({
        steps: toSteps(steps),
        windowMinutes: toMinutes(String(form.get("window")), String(form.get("unit"))),
        scope: form.get("scope"),
        isOrdered: form.get("isOrdered") === "on",
      })}
      onUseTheirs={({ definition }) => setSteps(toEdited(definition.steps))}
      onSaved={onSaved}
    >
      {(base) => (
        <>
          <StepsEditor steps={steps} onChange={setSteps} choices={choices} names={names} />
          <FunnelRules definition={base?.definition} />
        </>
      )}
    </DefinitionForm>
  );
}

function FunnelRules({ definition }: { definition: FunnelDefinition | undefined }) {
  const window = splitWindow(definition?.windowMinutes ?? 30);
  return (
    <>
      <div className={admin.toolbar}>
        <TextField
          label="Temps permis entre deux étapes"
          name="window"
          inputMode="numeric"
          max={MAX_WINDOW_DIGITS}
          defaultValue={String(window.count)}
        />
        <SelectField label="Unité" name="unit" options={UNITS} defaultValue={window.unit} />
      </div>
      <SelectField
        label="Qui fait toutes les étapes"
        name="scope"
        options={FUNNEL_SCOPES.map((scope) => [scope, SCOPES[scope]])}
        defaultValue={definition?.scope ?? "session"}
      />
      <label className={admin.checkbox}>
        <input type="checkbox" name="isOrdered" defaultChecked={definition?.isOrdered ?? true} />
        Les étapes se suivent dans cet ordre
      </label>
    </>
  );
}
