"use client";

import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { ImageField } from "@/app/admin/_components/fields/image-field";
import { SETTING_FIELDS } from "@/domain/settings/fields";
import type { Features } from "@/domain/settings/schema";
import { Section } from "./section";
import { TextSetting } from "./text-setting";
import type { SettingsEditor } from "./use-settings";

interface Props {
  editor: SettingsEditor;
}

export function ShopSection({ editor }: Props) {
  const { draft, base, set, errors } = editor;
  return (
    <Section title="Boutique" editor={editor} settingKey="name">
      <TextSetting editor={editor} name="name" />
      <TextSetting editor={editor} name="since" input={{ inputMode: "numeric" }} />
      <ImageField
        name="heroUrl"
        label={SETTING_FIELDS.heroUrl.label}
        value={draft.heroUrl}
        error={errors.heroUrl}
        disabled={!base.editable.includes("heroUrl")}
        onChange={(url) => set("heroUrl", url)}
      />
    </Section>
  );
}

export function NotificationsSection({ editor }: Props) {
  return (
    <Section title="Notifications" editor={editor} settingKey="notificationEmail">
      <TextSetting
        editor={editor}
        name="notificationEmail"
        hint="Où la boutique annonce les nouveaux messages. Vide : l'adresse choisie à l'installation."
        input={{ type: "email", autoComplete: "off" }}
      />
      <label className={admin.checkbox}>
        <input
          type="checkbox"
          name="autoReply"
          checked={editor.draft.autoReply}
          onChange={(event) => editor.set("autoReply", event.target.checked)}
        />
        {SETTING_FIELDS.autoReply.formLabel}
      </label>
      <label className={admin.checkbox}>
        <input
          type="checkbox"
          name="weeklyFigures"
          checked={editor.draft.weeklyFigures}
          onChange={(event) => editor.set("weeklyFigures", event.target.checked)}
        />
        {SETTING_FIELDS.weeklyFigures.formLabel}
      </label>
    </Section>
  );
}

const FEATURES = SETTING_FIELDS.features.parts;

export function FeaturesSection({ editor: { draft, set }, editor }: Props) {
  const names = Object.keys(FEATURES) as (keyof Features)[];
  return (
    <Section title="Fonctions" editor={editor} settingKey="features">
      {names.map((name) => (
        <label key={name} className={admin.checkbox}>
          <input
            type="checkbox"
            name={`features.${name}`}
            checked={draft.features[name]}
            onChange={(event) =>
              set("features", { ...draft.features, [name]: event.target.checked })
            }
          />
          {FEATURES[name].label}
        </label>
      ))}
    </Section>
  );
}

export function SecuritySection({ editor, hasSecondFactor }: Props & { hasSecondFactor: boolean }) {
  const { draft, set } = editor;
  return (
    <Section title="Sécurité" editor={editor} settingKey="requireSecondFactor">
      <label className={admin.checkbox}>
        <input
          type="checkbox"
          name="requireSecondFactor"
          checked={draft.requireSecondFactor}
          onChange={(event) => set("requireSecondFactor", event.target.checked)}
        />
        {SETTING_FIELDS.requireSecondFactor.formLabel}
      </label>
      {draft.requireSecondFactor && !hasSecondFactor && (
        <p className={admin.alert} data-tone="warn">
          Vous ne l'avez pas encore : une fois ce réglage enregistré, le panneau vous demandera de
          l'activer sur{" "}
          <Link href="/admin/account" prefetch={false}>
            votre compte
          </Link>{" "}
          avant toute autre chose.
        </p>
      )}
    </Section>
  );
}
