"use client";

import { useRef, useState } from "react";
import { SmallButton } from "@/app/admin/_components/small-button";
import { ACCEPTED_IMAGE_TYPES } from "@/domain/media/rules";
import type { UploadedImage } from "@/domain/media/schema";
import { toAppError } from "@/lib/errors";
import { api } from "@/lib/http/api-client";
import { getImageSources } from "@/lib/images";
import admin from "../admin.module.css";
import styles from "./image-field.module.css";
import { shrinkImage } from "./shrink-image";

interface Props {
  name: string;
  label: string;
  value: string | null;
  error?: string | undefined;
  disabled?: boolean;
  /** Makes the field controlled; without it the field keeps its own state. */
  onChange?: (url: string | null) => void;
  /** Called when an upload starts and ends: the form must not be saved in between. */
  onBusy?: (isBusy: boolean) => void;
}

/** Uploads an image as soon as it is chosen; the form value is its URL. */
export function ImageField({ name, label, value, error, disabled, onChange, onBusy }: Props) {
  const [ownUrl, setOwnUrl] = useState(value);
  const url = onChange ? value : ownUrl;
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const shownProblem = problem ?? error;

  function change(next: string | null) {
    setOwnUrl(next);
    setProblem(undefined);
    onChange?.(next);
  }

  async function handleFile(file: File | undefined) {
    if (!file) return;
    setSending(true);
    onBusy?.(true);
    try {
      change(await upload(file));
    } catch (thrown) {
      setProblem(toAppError(thrown).message);
    } finally {
      setSending(false);
      onBusy?.(false);
      if (input.current) input.current.value = "";
    }
  }

  return (
    <fieldset className={styles.field} disabled={disabled}>
      <legend>{label}</legend>
      <input type="hidden" name={name} value={url ?? ""} />
      {url && (
        // biome-ignore lint/performance/noImgElement: the variants are pre-generated; next/image would encode per request.
        <img
          {...getImageSources(url)}
          className={styles.image}
          alt="Aperçu"
          width={160}
          height={120}
          sizes="160px"
        />
      )}
      <div className={admin.row}>
        <input
          ref={input}
          id={`envoi-${name}`}
          type="file"
          accept={ACCEPTED_IMAGE_TYPES}
          className="visually-hidden"
          aria-describedby={`envoi-${name}-etat`}
          onChange={(event) => void handleFile(event.target.files?.[0])}
        />
        <label
          htmlFor={`envoi-${name}`}
          className={`button ${styles.choose}`}
          data-variant="quiet"
          data-size="small"
        >
          {url ? "Changer l'image" : "Choisir une image"}
        </label>
        {url && (
          <SmallButton variant="ghost" onClick={() => change(null)}>
            Retirer l'image
          </SmallButton>
        )}
      </div>
      <p
        id={`envoi-${name}-etat`}
        role="status"
        className={shownProblem ? styles.error : admin.hint}
      >
        {isSending ? "Envoi en cours…" : shownProblem}
      </p>
    </fieldset>
  );
}

async function upload(file: File): Promise<string> {
  const form = new FormData();
  const small = await shrinkImage(file);
  form.append("file", small, small === file ? file.name : "photo.jpg");
  const body = { method: "POST", body: form } as const;
  return (await api<UploadedImage>("/api/upload/image", body)).url;
}
