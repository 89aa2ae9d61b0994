"use client";

import { failure } from "@/content/failure";

/** Shown when the root layout fails. The language is unknown here, so the page uses both. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="fr">
      <body>
        <title>Equipement Ouarzazate</title>
        <h1>{failure.fr.heading}</h1>
        <p>{failure.fr.text}</p>
        <p lang="ar" dir="rtl">
          {failure.ar.heading} {failure.ar.text}
        </p>
        <button type="button" onClick={retry}>
          {failure.fr.retry} · {failure.ar.retry}
        </button>
      </body>
    </html>
  );
}
