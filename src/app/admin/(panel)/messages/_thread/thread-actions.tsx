"use client";

import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import panel from "@/app/admin/_components/panel.module.css";
import type { Thread } from "@/domain/messaging/inbox-schema";
import { FOLDER_NAMES } from "../words";
import { MoreMenu } from "./more-menu";
import type { Move, MoveName } from "./moves";
import styles from "./thread.module.css";

interface Props {
  thread: Thread;
  people: readonly { id: string; username: string }[];
  ways: { list: string; previous: string | null; next: string | null };
  moves: Partial<Record<MoveName, Move>>;
  mayDelete: boolean;
  onAct: (change: Move["change"], told: { done: string }) => Promise<void>;
}

export function ThreadActions({ thread, people, ways, moves, mayDelete, onAct }: Props) {
  const { one, tone } = FOLDER_NAMES[thread.folder];
  return (
    <div className={styles.actions} role="toolbar" aria-label="Actions sur le message">
      <Step href={ways.list} label="Retour à la liste">
        <ArrowLeft aria-hidden="true" />
      </Step>
      <Step href={ways.previous} label="Message précédent">
        <ChevronLeft aria-hidden="true" />
      </Step>
      <Step href={ways.next} label="Message suivant">
        <ChevronRight aria-hidden="true" />
      </Step>
      <span className={panel.chip} data-tone={tone}>
        {one}
      </span>
      <Assignee thread={thread} people={people} onAct={onAct} />
      {OFTEN.map((name) => moves[name])
        .filter((move) => move !== undefined)
        .map((move) => (
          <button
            key={move.label}
            type="button"
            className="button"
            data-variant="quiet"
            data-size="small"
            onClick={() => void onAct(move.change, move)}
          >
            {move.label}
          </button>
        ))}
      <MoreMenu
        message={{ id: thread.id, name: thread.name }}
        moves={SELDOM.map((name) => moves[name]).filter((move) => move !== undefined)}
        mayDelete={mayDelete}
        list={ways.list}
        onAct={onAct}
      />
    </div>
  );
}

const OFTEN: MoveName[] = ["archive", "wait", "spam", "take"];
const SELDOM: MoveName[] = ["replied", "unread"];

/** A way that leads nowhere stays in its place, so that the others do not move under the finger. */
function Step({
  href,
  label,
  children,
}: {
  href: string | null;
  label: string;
  children: ReactNode;
}) {
  if (!href) return <span className={styles.step}>{children}</span>;
  return (
    <Link href={href} prefetch={false} className={styles.step} title={label}>
      {children}
      <span className="visually-hidden">{label}</span>
    </Link>
  );
}

function Assignee({ thread, people, onAct }: Pick<Props, "thread" | "people" | "onAct">) {
  const { assignedTo } = thread;
  const isGone = assignedTo && !people.some(({ id }) => id === assignedTo.id);
  const shown = isGone ? [assignedTo, ...people] : people;
  const assign = (id: string) => {
    const name = people.find((person) => person.id === id)?.username;
    const done = name ? `Confié à ${name}` : "Confié à personne";
    return onAct({ assignedToId: id || null }, { done });
  };
  return (
    <label className={styles.assignee}>
      <span>Confié à</span>
      <select
        className={panel.select}
        value={assignedTo?.id ?? ""}
        onChange={(event) => void assign(event.target.value)}
      >
        <option value="">Personne</option>
        {shown.map(({ id, username }) => (
          <option key={id} value={id}>
            {username}
          </option>
        ))}
      </select>
    </label>
  );
}
