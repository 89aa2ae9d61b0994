"use client";

import { useSyncExternalStore } from "react";
import { Toaster } from "sonner";
import "./toast.css";

const WIDE = "(width >= 64rem)";

function subscribeToWidth(onChange: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** At the top on a wide screen, above the bottom bars on a phone: toasts cover no form field. */
export function AdminToasts() {
  const isWide = useSyncExternalStore(
    subscribeToWidth,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
  return (
    <Toaster
      position={isWide ? "top-center" : "bottom-center"}
      offset={{ top: "0.75rem" }}
      mobileOffset={{ bottom: "calc(var(--bottom-bar) + var(--save-bar) + 0.5rem)" }}
      closeButton
      containerAriaLabel="Messages"
      toastOptions={{ closeButtonAriaLabel: "Fermer ce message" }}
    />
  );
}
