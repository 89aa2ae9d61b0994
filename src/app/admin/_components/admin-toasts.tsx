"use client";

import { useSyncExternalStore } from "react";
import { Toaster } from "sonner";
import "./toast.css";

const WIDE = "(width >= 64rem)";

function onWidthChange(changed: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Beside the page title on a wide screen, above the bars on a phone: toasts cover no field there. */
export function AdminToasts() {
  const isWide = useSyncExternalStore(
    onWidthChange,
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
