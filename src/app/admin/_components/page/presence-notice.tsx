"use client";

import { useEffect, useState } from "react";
import type { OpenRecord, OtherEditors } from "@/domain/staff/schema";
import { api } from "@/lib/http/api-client";
import admin from "../admin.module.css";

const HEARTBEAT_MS = 20_000;

interface Props extends OpenRecord {
  /** Follows the name of one editor: "modifie cette fiche". */
  one: string;
  /** Follows the names of several editors. */
  other: string;
  /** Explains the consequence to the reader. */
  advice: string;
}

/** Shows which other editors have this record open. It locks nothing. */
export function PresenceNotice({ entityType, entityId, one, other, advice }: Props) {
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    const sendHeartbeat = () => {
      if (document.visibilityState !== "visible") return;
      const body = { entityType, entityId };
      api<OtherEditors>("/api/admin/presence", { method: "POST", body }).then(
        ({ others }) => setNames(others),
        () => undefined,
      );
    };
    sendHeartbeat();
    const timer = setInterval(sendHeartbeat, HEARTBEAT_MS);
    document.addEventListener("visibilitychange", sendHeartbeat);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", sendHeartbeat);
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
