"use client";

import { useState } from "react";

interface Props {
  label: string;
  copied: string;
  failed: string;
}

/** Opens the device's share sheet; without one, copies the address to the clipboard. */
export function ShareButton({ label, copied, failed }: Props) {
  const [status, setStatus] = useState("");
  const share = async () => {
    const { href: url } = location;
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
        <svg
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          aria-hidden="true"
        >
          <path
            d="M12 3v12M8 7l4-4 4 4M5 12v8h14v-8"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        {label}
      </button>
      <span role="status">{status && ` ${status}`}</span>
    </span>
  );
}
