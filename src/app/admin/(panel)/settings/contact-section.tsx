"use client";

import { NumberList } from "./number-list";
import { Section } from "./section";
import { TextSetting } from "./text-setting";
import type { SettingsEditor } from "./use-settings";

export function ContactSection({ editor }: { editor: SettingsEditor }) {
  return (
    <Section title="Contact et WhatsApp" editor={editor} of="phones">
      <TextSetting editor={editor} name="address" />
      <TextSetting editor={editor} name="addressAr" input={{ lang: "ar", dir: "rtl" }} />
      <TextSetting
        editor={editor}
        name="mapUrl"
        hint="Dans Google Maps : Partager, puis Copier le lien."
        input={{ type: "url", dir: "ltr" }}
      />
      <TextSetting editor={editor} name="email" input={{ type: "email", dir: "ltr" }} />
      <NumberList editor={editor} name="phones" what="le téléphone" most={5} />
      <TextSetting
        editor={editor}
        name="whatsapp"
        hint="Celui qu'ouvrent les boutons WhatsApp de la boutique."
        input={{ type: "tel", dir: "ltr" }}
      />
      <NumberList editor={editor} name="otherWhatsapp" what="le numéro WhatsApp" most={4} />
    </Section>
  );
}
