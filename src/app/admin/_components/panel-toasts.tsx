"use client";

import { Toaster } from "sonner";
import "./toast.css";

export function PanelToasts() {
  return (
    <Toaster
      position="bottom-center"
      closeButton
      containerAriaLabel="Messages"
      toastOptions={{ closeButtonAriaLabel: "Fermer ce message" }}
    />
  );
}
