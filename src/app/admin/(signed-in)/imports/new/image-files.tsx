"use client";

import { useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { TextField } from "@/app/admin/_components/fields/fields";
import { toAppError } from "@/lib/errors";
import { formatNumber } from "@/lib/format/format";
import { sendImages } from "./send-images";

interface Props {
  id: string;
  /** The images that were sent before. */
  names: readonly string[];
}

/** Photos beside the file, one by one or in a ZIP; the cells of the file name them. */
export function ImageFiles({ id, names }: Props) {
  const [sent, setSent] = useState(names.length);
  const [progress, setProgress] = useState<string>();
  const [message, setMessage] = useState<string>();
  const send = async (files: FileList | null) => {
    if (!files || files.length === 0) return;
    setMessage(undefined);
    try {
      const { count, refused } = await sendImages(id, [...files], (done, total) =>
        setProgress(`Envoi des photos : ${done} sur ${total}`),
      );
      setSent(count);
      setMessage(refused.length > 0 ? `Photos refusées : ${refused.join(", ")}` : undefined);
    } catch (thrown) {
      setMessage(toAppError(thrown).message);
    }
    setProgress(undefined);
  };
  return (
    <section className={admin.card} aria-labelledby="photos">
      <h2 id="photos">Photos</h2>
      <TextField
        label="Photos ou fichier ZIP"
        name="photos"
        type="file"
        multiple
        accept=".zip,.jpg,.jpeg,.png,.webp,image/jpeg,image/png,image/webp"
        hint="Facultatif : si la colonne des photos contient des noms de fichiers au lieu d'adresses."
        onChange={(event) => void send(event.currentTarget.files)}
      />
      <div role="alert">{message && <p className={admin.alert}>{message}</p>}</div>
      <p role="status" className={admin.hint}>
        {progress ?? (sent > 0 ? `Photos envoyées : ${formatNumber(sent)}` : "")}
      </p>
    </section>
  );
}
