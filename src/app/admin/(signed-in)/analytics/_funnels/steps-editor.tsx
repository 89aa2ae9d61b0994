"use client";

import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { moveItem, RowButtons } from "@/app/admin/_components/lists/row-buttons";
import { SmallButton } from "@/app/admin/_components/small-button";
import type { FilterChoices } from "@/domain/analytics/definitions/choices-queries";
import { MAX_CONDITIONS, MAX_STEPS, STEP_NAME_MAX_LENGTH } from "@/domain/analytics/funnels/schema";
import { FilterEditor } from "../_filters/filter-editor";
import { type EditedStep, newCondition, newStep } from "./edited-steps";
import styles from "./steps-editor.module.css";

interface Props {
  steps: EditedStep[];
  onChange: (steps: EditedStep[]) => void;
  choices: FilterChoices;
  names: Readonly<Record<string, string>>;
}

export function StepsEditor({ steps, onChange, choices, names }: Props) {
  const change = (index: number, step: EditedStep) => onChange(steps.with(index, step));
  return (
    <div className={admin.stack}>
      {steps.map((step, index) => (
        <fieldset key={step.key} className={styles.step}>
          <legend>Étape {index + 1}</legend>
          <div className={styles.head}>
            <TextField
              label="Nom de l'étape"
              name={`step-${index}`}
              max={STEP_NAME_MAX_LENGTH}
              value={step.name}
              onChange={({ target }) => change(index, { ...step, name: target.value })}
              dir="auto"
            />
            <RowButtons
              rowLabel={`l'étape ${index + 1}`}
              index={index}
              count={steps.length}
              onMove={(from, to) => onChange(moveItem(steps, from, to))}
              onRemove={() => onChange(steps.toSpliced(index, 1))}
            />
          </div>
          <Conditions
            step={step}
            name={`step-${index}`}
            onChange={(conditions) => change(index, { ...step, conditions })}
            choices={choices}
            names={names}
          />
        </fieldset>
      ))}
      {steps.length < MAX_STEPS && (
        <div className={admin.row}>
          <SmallButton onClick={() => onChange([...steps, newStep()])}>
            Ajouter une étape
          </SmallButton>
        </div>
      )}
    </div>
  );
}

interface ConditionsProps extends Pick<Props, "choices" | "names"> {
  step: EditedStep;
  name: string;
  onChange: (conditions: EditedStep["conditions"]) => void;
}

/** The alternatives of a step: one of them is enough. */
function Conditions({ step: { conditions }, name, onChange, choices, names }: ConditionsProps) {
  return (
    <>
      {conditions.map(({ key, filter }, index) => (
        <div key={key} className={styles.alternative}>
          {index > 0 && (
            <p className={styles.or}>
              <span>ou bien</span>
              <SmallButton
                variant="ghost"
                aria-label={`Retirer la possibilité ${index + 1}`}
                onClick={() => onChange(conditions.toSpliced(index, 1))}
              >
                Retirer
              </SmallButton>
            </p>
          )}
          <FilterEditor
            filter={filter}
            onChange={(changed) => onChange(conditions.with(index, { key, filter: changed }))}
            choices={choices}
            names={names}
            name={`${name}-${index}`}
          />
        </div>
      ))}
      {conditions.length < MAX_CONDITIONS && (
        <div className={admin.row}>
          <SmallButton variant="ghost" onClick={() => onChange([...conditions, newCondition()])}>
            Ou bien autre chose
          </SmallButton>
        </div>
      )}
    </>
  );
}
