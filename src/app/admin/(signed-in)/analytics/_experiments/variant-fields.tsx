import type { z } from "zod";
import admin from "@/app/admin/_components/admin.module.css";
import { SelectField, TextField } from "@/app/admin/_components/fields/fields";
import rows from "@/app/admin/_components/records/record-rows.module.css";
import { SmallButton } from "@/app/admin/_components/small-button";
import { type Experiment, MAX_VARIANTS } from "@/domain/analytics/experiments/schema";
import {
  CARD_LAYOUTS,
  FIRST_BUTTONS,
  HERO_LEAD_MAX_LENGTH,
  HERO_TITLE_MAX_LENGTH,
  SLOT_CONTENTS,
  type Slot,
  type SlotContent,
  WHATSAPP_LABEL_MAX_LENGTH,
} from "@/domain/analytics/experiments/slots";
import {
  CARD_LAYOUT_LABELS,
  FIRST_BUTTON_LABELS,
  nameVariant,
} from "@/domain/analytics/experiments/summary";

interface Props {
  slot: Slot;
  count: number;
  onCount: (count: number) => void;
  /** Initial values. */
  variants: Experiment["variants"];
  fields: Record<string, string>;
  problem: string | undefined;
}

/** What each variant shows; the control needs no fields. */
export function VariantFields({ slot, count, onCount, variants, fields, problem }: Props) {
  return (
    <>
      {Array.from({ length: count }, (_, i) => `variants.${i}`).map((prefix, i) => (
        <fieldset key={prefix} className={rows.group} data-framed>
          <legend>{nameVariant(i + 1)}</legend>
          <Fields slot={slot} prefix={prefix} variant={variants[i]} fields={fields} />
        </fieldset>
      ))}
      {problem && (
        <p role="alert" className={admin.alert}>
          {problem}
        </p>
      )}
      <div className={admin.row}>
        {count < MAX_VARIANTS && (
          <SmallButton onClick={() => onCount(count + 1)}>Ajouter une version</SmallButton>
        )}
        {count > 1 && (
          <SmallButton onClick={() => onCount(count - 1)}>Retirer la dernière version</SmallButton>
        )}
      </div>
    </>
  );
}

interface FieldsProps {
  slot: Slot;
  prefix: string;
  variant: Experiment["variants"][number] | undefined;
  fields: Record<string, string>;
}

function Fields({ slot, variant, ...shared }: FieldsProps) {
  const { prefix } = shared;
  switch (slot) {
    case "hero":
      return <HeroFields {...shared} text={readPart(variant, SLOT_CONTENTS.hero)} />;
    case "whatsapp":
      return (
        <BothLanguages
          {...shared}
          name="label"
          label="Texte du bouton"
          max={WHATSAPP_LABEL_MAX_LENGTH}
          text={readPart(variant, SLOT_CONTENTS.whatsapp)?.label}
        />
      );
    case "cards":
      return (
        <SelectField
          label="Présentation"
          name={`${prefix}.layout`}
          options={CARD_LAYOUTS.map((layout) => [layout, CARD_LAYOUT_LABELS[layout]])}
          defaultValue={readPart(variant, SLOT_CONTENTS.cards)?.layout}
        />
      );
    case "buttons":
      return (
        <SelectField
          label="Ordre"
          name={`${prefix}.first`}
          options={FIRST_BUTTONS.map((first) => [first, FIRST_BUTTON_LABELS[first]])}
          defaultValue={readPart(variant, SLOT_CONTENTS.buttons)?.first}
        />
      );
  }
}

/** The content of a variant, if it is one of this slot. */
function readPart<Content>(variant: unknown, schema: z.ZodType<Content>): Content | undefined {
  return schema.safeParse(variant).data;
}

interface HeroProps extends Pick<FieldsProps, "prefix" | "fields"> {
  text: SlotContent<"hero"> | undefined;
}

function HeroFields({ text, ...shared }: HeroProps) {
  return (
    <>
      <BothLanguages
        {...shared}
        name="title"
        label="Titre"
        max={HERO_TITLE_MAX_LENGTH}
        text={text?.title}
      />
      <BothLanguages
        {...shared}
        name="lead"
        label="Phrase"
        max={HERO_LEAD_MAX_LENGTH}
        text={text?.lead}
      />
    </>
  );
}

interface BothProps {
  prefix: string;
  name: string;
  label: string;
  max: number;
  text: { fr: string; ar: string } | undefined;
  fields: Record<string, string>;
}

function BothLanguages({ prefix, name, label, max, text, fields }: BothProps) {
  const field = `${prefix}.${name}`;
  return (
    <div className={admin.grid}>
      <TextField
        label={`${label} en français`}
        name={`${field}.fr`}
        error={fields[`${field}.fr`]}
        max={max}
        defaultValue={text?.fr ?? ""}
        required
      />
      <TextField
        label={`${label} en arabe`}
        name={`${field}.ar`}
        error={fields[`${field}.ar`]}
        max={max}
        defaultValue={text?.ar ?? ""}
        arabic
        required
      />
    </div>
  );
}
