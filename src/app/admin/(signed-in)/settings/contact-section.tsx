"use client";

import { NumberList } from "./number-list";
import { Section } from "./section";
import { TextSetting } from "./text-setting";
import type { SettingsEditor } from "./use-settings";

export function ContactSection({ editor }: { editor: SettingsEditor }) {
  return (
    <Section title="Contact et WhatsApp" editor={editor} settingKey="phones">
      <TextSetting editor={editor} name="address" />
      <TextSetting editor={editor} name="addressAr" input={{ lang: "ar", dir: "rtl" }} />
      <TextSetting
        editor={editor}
        name="mapUrl"
        hint="Dans Google Maps : Partager, puis Copier le lien."
        input={{ type: "url", dir: "ltr" }}
      />
      <TextSetting editor={editor} name="email" input={{ type: "email", dir: "ltr" }} />
      <NumberList editor={editor} name="phones" itemLabel="le téléphone" max={5} />
      <TextSetting
        editor={editor}
        name="whatsapp"
        hint="Celui qu'ouvrent les boutons WhatsApp de la boutique."
        input={{ type: "tel", dir: "ltr" }}
      />
      <NumberList editor={editor} name="otherWhatsapp" itemLabel="le numéro WhatsApp" max={4} />
    </Section>
  );
}
