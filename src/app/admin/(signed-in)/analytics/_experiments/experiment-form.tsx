"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import { FormEnd } from "@/app/admin/_components/records/form-end";
import { findListError, useRecordForm } from "@/app/admin/_components/records/use-record-form";
import { EXPERIMENT_FIELDS, GOAL_LABELS, SLOT_LABELS } from "@/domain/analytics/experiments/fields";
import type { SlotTraffic } from "@/domain/analytics/experiments/queries";
import type { Quantiles } from "@/domain/analytics/experiments/sample-size";
import { type Experiment, GOALS } from "@/domain/analytics/experiments/schema";
import { SLOTS, type Slot } from "@/domain/analytics/experiments/slots";
import { Calculator } from "./calculator";
import { EXPERIMENTS_ROUTE } from "./experiment-urls";
import { formatTyped, readTyped, toBody } from "./form-values";
import { VariantFields } from "./variant-fields";

/** What the form needs besides the experiment. */
export interface FormChoices {
  traffic: Record<Slot, SlotTraffic>;
  /** Of one variant, of two, and so on. */
  quantiles: readonly Quantiles[];
  /** Whether the shop has PostHog, whose flags may assign people. */
  hasFlags: boolean;
  flagVariants: readonly string[];
}

interface Props {
  /** Null creates a new one. */
  experiment: Experiment | null;
  choices: FormChoices;
  onSaved: () => void;
}

export function ExperimentForm({ experiment, choices, onSaved }: Props) {
  const [slot, setSlot] = useState<Slot>(experiment?.slot ?? "hero");
  const [count, setCount] = useState(experiment?.variants.length ?? 1);
  const isDraft = experiment === null || experiment.state === "DRAFT";
  const { base, key, fields, onSubmit, ...end } = useRecordForm<Experiment>({
    record: experiment,
    path: EXPERIMENTS_ROUTE,
    values: (form) => toBody(form, slot, count, isDraft ? null : experiment),
    onSaved,
    onUseTheirs: (current) => {
      setSlot(current.slot);
      setCount(current.variants.length);
    },
  });
  return (
    <form key={key} className={admin.stack} onSubmit={onSubmit} noValidate>
      <TextField
        label={EXPERIMENT_FIELDS.name.label}
        name="name"
        error={fields.name}
        max={EXPERIMENT_FIELDS.name.maxLength}
        defaultValue={base?.name ?? ""}
        dir="auto"
        required
      />
      {isDraft ? (
        <>
          <SelectField
            label={EXPERIMENT_FIELDS.slot.label}
            name="slot"
            options={SLOTS.map((each) => [each, SLOT_LABELS[each]])}
            value={slot}
            onChange={({ target }) =>
              setSlot(SLOTS.find((each) => each === target.value) ?? "hero")
            }
          />
          <VariantFields
            key={slot}
            slot={slot}
            count={count}
            onCount={setCount}
            variants={base?.slot === slot ? base.variants : []}
            fields={fields}
            problem={findListError({ variants: fields.variants ?? "" }, "variants")}
          />
          <GoalFields base={base} slot={slot} count={count} choices={choices} fields={fields} />
        </>
      ) : (
        <p className={admin.hint}>
          Un essai lancé ne change plus, sauf son nom : son résultat serait faux.
        </p>
      )}
      <FormEnd {...end} />
    </form>
  );
}

interface GoalProps {
  base: Experiment | null;
  slot: Slot;
  count: number;
  choices: FormChoices;
  fields: Record<string, string>;
}

function GoalFields({ base, slot, count, choices, fields }: GoalProps) {
  const [goal, setGoal] = useState(base?.goal ?? "whatsapp_click");
  const measured = choices.traffic[slot].rates[goal];
  const [baseline, setBaseline] = useState(formatTyped(base?.baseline ?? measured ?? 5));
  const [effect, setEffect] = useState(formatTyped(base?.effect ?? 3));
  return (
    <>
      <SelectField
        label={EXPERIMENT_FIELDS.goal.label}
        name="goal"
        error={fields.goal}
        options={GOALS.map((each) => [each, GOAL_LABELS[each]])}
        value={goal}
        onChange={({ target }) => setGoal(GOALS.find((each) => each === target.value) ?? goal)}
      />
      <div className={admin.grid}>
        <TextField
          label={EXPERIMENT_FIELDS.baseline.formLabel}
          name="baseline"
          error={fields.baseline}
          hint={
            measured !== undefined && `Ces quatre dernières semaines : ${formatTyped(measured)} %.`
          }
          inputMode="decimal"
          value={baseline}
          onChange={({ target }) => setBaseline(target.value)}
        />
        <TextField
          label={EXPERIMENT_FIELDS.effect.formLabel}
          name="effect"
          error={fields.effect}
          hint="Plus elle est petite, plus il faut de visiteurs."
          inputMode="decimal"
          value={effect}
          onChange={({ target }) => setEffect(target.value)}
        />
      </div>
      <Calculator
        baseline={readTyped(baseline)}
        effect={readTyped(effect)}
        versions={count + 1}
        peoplePerDay={choices.traffic[slot].peoplePerDay}
        quantiles={choices.quantiles[count - 1]}
      />
      {choices.hasFlags && (
        <TextField
          label={EXPERIMENT_FIELDS.flagKey.formLabel}
          name="flagKey"
          error={fields.flagKey}
          hint={`Laissez vide pour que la boutique répartisse elle-même. Les variantes du drapeau s'appellent ${choices.flagVariants.slice(0, count + 1).join(", ")}.`}
          max={EXPERIMENT_FIELDS.flagKey.maxLength}
          defaultValue={base?.flagKey ?? ""}
        />
      )}
    </>
  );
}
