"use client";

import admin from "@/app/admin/_components/admin.module.css";
import type { Thread } from "@/domain/messaging/inbox/schema";
import { isolateTyped } from "@/lib/format/bidi";
import type { MessageAction } from "./message-actions";
import styles from "./thread.module.css";

interface Props {
  thread: Thread;
  people: readonly { id: string; username: string }[];
  onAct: (change: MessageAction["change"], told: { done: string }) => Promise<void>;
}

export function Assignee({ thread, people, onAct }: Props) {
  const { assignedTo } = thread;
  const isGone = assignedTo && !people.some(({ id }) => id === assignedTo.id);
  const shown = isGone ? [assignedTo, ...people] : people;
  const assign = (id: string) => {
    const name = people.find((person) => person.id === id)?.username;
    const done = name ? `Confié à ${isolateTyped(name)}` : "Confié à personne";
    return onAct({ assignedToId: id || null }, { done });
  };
  return (
    <label className={styles.assignee}>
      <span>Confié à</span>
      <select
        className={admin.select}
        value={assignedTo?.id ?? ""}
        onChange={(event) => void assign(event.target.value)}
      >
        <option value="">Personne</option>
        {shown.map(({ id, username }) => (
          <option key={id} value={id}>
            {isolateTyped(username)}
          </option>
        ))}
      </select>
    </label>
  );
}
