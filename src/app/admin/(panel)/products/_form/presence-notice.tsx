"use client";

import { useEffect, useState } from "react";
import panel from "@/app/admin/_components/panel.module.css";
import type { Others } from "@/domain/staff/schema";
import { api } from "@/lib/http/api-client";

const EVERY_MS = 20_000;

/** Says who else has this product open; nobody is locked out. */
export function PresenceNotice({ productId }: { productId: string }) {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    const beat = () => {
      if (document.visibilityState !== "visible") return;
      const body = { entityType: "Product", entityId: productId };
      api<Others>("/api/admin/presence", { method: "POST", body }).then(
        ({ others }) => setNames(others),
        () => undefined,
      );
    };
    beat();
    const timer = setInterval(beat, EVERY_MS);
    document.addEventListener("visibilitychange", beat);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", beat);
    };
  }, [productId]);
  return (
    <div role="status">
      {names.length > 0 && (
        <p className={panel.alert} data-tone="info">
          {new Intl.ListFormat("fr").format(names)}{" "}
          {names.length > 1 ? "modifient cette fiche" : "modifie cette fiche"}. Ce que vous changez
          chacun de votre côté sera réuni.
        </p>
      )}
    </div>
  );
}
