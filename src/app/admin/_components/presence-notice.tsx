"use client";

import { useEffect, useState } from "react";
import type { OpenRecord, Others } from "@/domain/staff/schema";
import { api } from "@/lib/http/api-client";
import admin from "./admin.module.css";

const EVERY_MS = 20_000;

interface Props extends OpenRecord {
  /** What follows the names: "modifie cette fiche". */
  one: string;
  other: string;
  /** What that means for the reader. */
  advice: string;
}

/** Says who else has this record open; nobody is locked out. */
export function PresenceNotice({ entityType, entityId, one, other, advice }: Props) {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    const beat = () => {
      if (document.visibilityState !== "visible") return;
      const body = { entityType, entityId };
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
  }, [entityType, entityId]);
  return (
    <div role="status">
      {names.length > 0 && (
        <p className={admin.alert} data-tone="info">
          {new Intl.ListFormat("fr").format(names)} {names.length > 1 ? other : one}. {advice}
        </p>
      )}
    </div>
  );
}
