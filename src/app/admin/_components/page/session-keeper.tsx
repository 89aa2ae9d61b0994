"use client";

import { useEffect, useState } from "react";
import { api, SESSION_ENDED } from "@/lib/http/api-client";
import { Modal } from "../dialogs/modal";
import { toastSuccess } from "../dialogs/toast";
import { SignInForm } from "./sign-in-form";

const REFRESH_MS = 10 * 60_000;

/** Refreshes the session cookie. When the session has ended, asks to sign in again in a dialog, so that unsaved input stays. */
export function SessionKeeper() {
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    const end = () => setEnded(true);
    const refresh = () => void api("/api/auth/session").catch(() => undefined);
    window.addEventListener(SESSION_ENDED, end);
    refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    return () => {
      window.removeEventListener(SESSION_ENDED, end);
      clearInterval(timer);
    };
  }, []);
  return (
    <Modal open={hasEnded} onClose={() => setEnded(false)} title="Votre session a pris fin">
      <p>Reconnectez-vous : ce que vous avez saisi sur cette page reste en place.</p>
      <SignInForm
        onDone={() => {
          setEnded(false);
          toastSuccess("Vous êtes de nouveau connecté. Enregistrez à nouveau.");
        }}
      />
    </Modal>
  );
}
