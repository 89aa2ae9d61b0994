"use client";

import { Toaster } from "sonner";
import "./toast.css";

const ABOVE_SAVE_BARS = { bottom: "5rem" };

export function PanelToasts() {
  return (
    <Toaster
      position="bottom-center"
      offset={ABOVE_SAVE_BARS}
      mobileOffset={{ bottom: "9rem" }}
      closeButton
      containerAriaLabel="Messages"
      toastOptions={{ closeButtonAriaLabel: "Fermer ce message" }}
    />
  );
}
