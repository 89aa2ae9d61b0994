"use client";

import { useEffect, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
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

/** The mail as it would arrive, by the very template that makes it. Nothing in it runs. */
export function PreviewPane({ id, draft, language }: Props) {
  const [width, setWidth] = useState<"phone" | "desktop">("phone");
  const [isDark, setDark] = useState(false);
  const { preview, problem } = usePreview(id, draft, language);
  return (
    <section className={styles.preview} aria-labelledby="apercu">
      <header className={admin.row}>
        <h2 id="apercu">Aperçu</h2>
        <Choice label="Téléphone" isOn={width === "phone"} onClick={() => setWidth("phone")} />
        <Choice label="Ordinateur" isOn={width === "desktop"} onClick={() => setWidth("desktop")} />
        <Choice label="Sombre" isOn={isDark} onClick={() => setDark(!isDark)} />
      </header>
      <div aria-live="polite">{problem && <p className={admin.alert}>{problem}</p>}</div>
      <div className={styles.stage}>
        <iframe
          title="Aperçu du message"
          className={styles.frame}
          data-width={width}
          sandbox=""
          srcDoc={preview && inLight(preview.html, isDark)}
        />
      </div>
    </section>
  );
}

function Choice({ label, isOn, onClick }: { label: string; isOn: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      className="button"
      data-variant={isOn ? "quiet" : "ghost"}
      data-size="small"
      aria-pressed={isOn}
      onClick={onClick}
    >
      {label}
    </button>
  );
}

/** By hand, whatever this computer prefers. */
function inLight(html: string, isDark: boolean): string {
  return html.replaceAll(
    "@media (prefers-color-scheme: dark)",
    isDark ? "@media all" : "@media not all",
  );
}

const WAIT_MS = 500;

function usePreview(id: string, { audience: _, ...draft }: Draft, language: Language) {
  const [preview, setPreview] = useState<Preview>();
  const [problem, setProblem] = useState<string>();
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
        setProblem(undefined);
      } catch (error) {
        if (!abort.signal.aborted) setProblem(toAppError(error).message);
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [id, body]);
  return { preview, problem };
}
