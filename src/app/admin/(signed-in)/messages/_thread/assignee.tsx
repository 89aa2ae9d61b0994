"use client";

import admin from "@/app/admin/_components/admin.module.css";
import type { Thread } from "@/domain/messaging/inbox/schema";
import { isolateUserText } from "@/lib/format/bidi";
import styles from "./thread.module.css";
import type { RunAction } from "./toolbar/use-thread-actions";

interface Props {
  thread: Thread;
  assignees: readonly { id: string; username: string }[];
  onAct: RunAction;
}

export function Assignee({ thread, assignees, onAct }: Props) {
  const { assignedTo } = thread;
  const isUnlisted = assignedTo && !assignees.some(({ id }) => id === assignedTo.id);
  const options = isUnlisted ? [assignedTo, ...assignees] : assignees;
  const assign = (id: string) => {
    const name = assignees.find((assignee) => assignee.id === id)?.username;
    const success = name ? `Confié à ${isolateUserText(name)}` : "Confié à personne";
    return onAct({ change: { assignedToId: id || null }, success });
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
        {options.map(({ id, username }) => (
          <option key={id} value={id}>
            {isolateUserText(username)}
          </option>
        ))}
      </select>
    </label>
  );
}
