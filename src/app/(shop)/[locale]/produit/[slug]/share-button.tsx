"use client";

import { type ReactNode, useState } from "react";
import { track } from "../../../_components/tracking/event-queue";

interface Props {
  label: string;
  copied: string;
  failed: string;
  /** The icon, rendered on the server. */
  children: ReactNode;
}

/** Opens the device's share sheet; without one, copies the address to the clipboard. */
export function ShareButton({ label, copied, failed, children }: Props) {
  const [status, setStatus] = useState("");
  const share = async () => {
    const { href: url } = location;
    track("share");
    if ("share" in navigator && matchMedia("(pointer: coarse)").matches) {
      // share() rejects when the customer closes the sheet; that needs no message.
      await navigator.share({ title: document.title, url }).catch(() => {});
      return;
    }
    const done = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    );
    setStatus(done ? copied : failed);
  };
  return (
    <span data-needs-script>
      <button
        type="button"
        onClick={() => void share()}
        className="button"
        data-variant="quiet"
        data-size="small"
      >
        {children}
        {label}
      </button>
      <span role="status">{status && ` ${status}`}</span>
    </span>
  );
}
