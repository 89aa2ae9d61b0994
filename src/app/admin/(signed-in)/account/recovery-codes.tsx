"use client";

import { useEffect, useRef, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import styles from "./account.module.css";

interface Props {
  codes: string[];
  username: string;
  onConfirm: () => void;
}

/** The codes are shown only once, so the user must confirm that they are stored before leaving. */
export function RecoveryCodes({ codes, username, onConfirm }: Props) {
  const [isConfirmed, setConfirmed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);
  const text = `Equipement Ouarzazate, codes de secours de ${username}\nChacun sert une fois, à la place du code de l'application.\n\n${codes.join("\n")}\n`;
  async function copy() {
    await navigator.clipboard.writeText(text);
    toastSuccess("Codes copiés");
  }
  return (
    <div className={admin.stack}>
      <h3 ref={heading} tabIndex={-1}>
        Vos dix codes de secours
      </h3>
      <p>
        Si vous perdez votre téléphone, chacun ouvre votre compte une fois. Gardez-les hors de
        l'ordinateur : ils ne seront plus jamais affichés.
      </p>
      <ol className={styles.codes} dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={admin.row}>
        <button type="button" className="button" data-variant="quiet" onClick={() => void copy()}>
          Copier
        </button>
        <a
          className="button"
          data-variant="quiet"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="codes-de-secours.txt"
        >
          Télécharger (.txt)
        </a>
      </div>
      <label className={admin.checkbox}>
        <input
          type="checkbox"
          checked={isConfirmed}
          onChange={(event) => setConfirmed(event.target.checked)}
        />
        J'ai gardé ces codes en lieu sûr
      </label>
      <div>
        <button type="button" className="button" disabled={!isConfirmed} onClick={onConfirm}>
          Terminer
        </button>
      </div>
    </div>
  );
}
