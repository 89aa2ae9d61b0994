"use client";

import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { SmallButton } from "@/app/admin/_components/small-button";
import { toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import type { Draft, Language } from "./draft";
import styles from "./editor.module.css";

interface Props {
  id: string;
  draft: Draft;
  language: Language;
}

interface Preview {
  subject: string;
  html: string;
}

/** The server renders the mail with the template of the campaign. The sandbox blocks its scripts, forms and pop-ups. */
export function PreviewPane({ id, draft, language }: Props) {
  const [width, setWidth] = useState<"phone" | "desktop">("phone");
  const [isDark, setDark] = useState(false);
  const { preview, error } = usePreview(id, draft, language);
  return (
    <section className={styles.preview} aria-labelledby="apercu">
      <header className={admin.row}>
        <h2 id="apercu">Aperçu</h2>
        <ToggleButton
          label="Téléphone"
          isOn={width === "phone"}
          onClick={() => setWidth("phone")}
        />
        <ToggleButton
          label="Ordinateur"
          isOn={width === "desktop"}
          onClick={() => setWidth("desktop")}
        />
        <ToggleButton label="Sombre" isOn={isDark} onClick={() => setDark(!isDark)} />
      </header>
      <div aria-live="polite">{error && <p className={admin.alert}>{error}</p>}</div>
      <div className={styles.stage}>
        <iframe
          title="Aperçu du message"
          className={styles.frame}
          data-width={width}
          sandbox=""
          srcDoc={preview && withColorScheme(preview.html, isDark)}
        />
      </div>
    </section>
  );
}

function ToggleButton({
  label,
  isOn,
  onClick,
}: {
  label: string;
  isOn: boolean;
  onClick: () => void;
}) {
  return (
    <SmallButton variant={isOn ? "quiet" : "ghost"} aria-pressed={isOn} onClick={onClick}>
      {label}
    </SmallButton>
  );
}

/** Replaces the media query, so that the buttons decide instead of the setting of the computer. */
function withColorScheme(html: string, isDark: boolean): string {
  return html.replaceAll(
    "@media (prefers-color-scheme: dark)",
    isDark ? "@media all" : "@media not all",
  );
}

const DEBOUNCE_MS = 500;

function usePreview(id: string, { audience: _, ...draft }: Draft, language: Language) {
  const [preview, setPreview] = useState<Preview>();
  const [error, setError] = useState<string>();
  const body = JSON.stringify({ ...draft, locale: language === "ar" ? "AR" : "FR" });
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setPreview(
          await api<Preview>(`/api/admin/newsletter/campaign/${id}/preview`, {
            method: "POST",
            body: JSON.parse(body),
            signal: abort.signal,
          }),
        );
        setError(undefined);
      } catch (thrown) {
        if (!abort.signal.aborted) setError(toAppError(thrown).message);
      }
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [id, body]);
  return { preview, error };
}
