"use client";

import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import panel from "@/app/admin/_components/panel.module.css";
import type { MessagePatch, Thread } from "@/domain/messaging/inbox-schema";
import button from "@/ui/button.module.css";
import hidden from "@/ui/visually-hidden.module.css";
import { FOLDER_NAMES } from "../words";
import { DeleteMessage } from "./delete-message";
import styles from "./thread.module.css";

type Change = Omit<MessagePatch, "version">;

export interface Move {
  label: string;
  change: Change;
  done: string;
  back?: Change;
  leave?: string;
}

type MoveName = "take" | "archive" | "wait" | "replied" | "unread" | "spam";

/** What can be done with a message as it stands; `after` is where one goes on. */
export function movesOf(
  thread: Thread,
  user: { id: string; username: string },
  after: string,
): Partial<Record<MoveName, Move>> {
  const { folder, status, waitingSince, assignedTo } = thread;
  const back: Change = waitingSince ? { waiting: true } : { status };
  if (folder === "spam") {
    const change = { spam: false };
    return {
      spam: {
        label: "Pas indésirable",
        change,
        done: "Sorti des indésirables",
        back: { spam: true },
      },
    };
  }
  return {
    ...(assignedTo?.id !== user.id && {
      take: {
        label: "Me le confier",
        change: { assignedToId: user.id },
        done: "Ce message vous est confié",
        back: { assignedToId: assignedTo?.id ?? null },
      },
    }),
    archive:
      folder === "archived"
        ? { label: "Rouvrir", change: { status: "READ" }, done: "Message rouvert", back }
        : {
            label: "Archiver",
            change: { status: "ARCHIVED" },
            done: "Message archivé",
            back,
            leave: after,
          },
    wait:
      folder === "waiting"
        ? { label: "Reprendre", change: { waiting: false }, done: "Message repris", back }
        : { label: "Mettre en attente", change: { waiting: true }, done: "Mis en attente", back },
    ...(folder !== "replied" && {
      replied: {
        label: "Marquer comme répondu",
        change: { status: "REPLIED" },
        done: "Marqué comme répondu",
        back,
      },
    }),
    unread: {
      label: "Marquer comme non lu",
      change: { status: "NEW" },
      done: "Marqué comme non lu",
      leave: after,
    },
    spam: {
      label: "Indésirable",
      change: { spam: true },
      done: "Classé indésirable",
      back: { spam: false },
      leave: after,
    },
  };
}

interface Props {
  thread: Thread;
  people: readonly { id: string; username: string }[];
  ways: { list: string; previous: string | null; next: string | null };
  moves: Partial<Record<MoveName, Move>>;
  mayDelete: boolean;
  onAct: (change: Change, told: { done: string }) => Promise<void>;
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
      {Object.entries(moves).map(([name, move]) => (
        <button
          key={name}
          type="button"
          className={button.button}
          data-variant="quiet"
          data-size="small"
          onClick={() => void onAct(move.change, move)}
        >
          {move.label}
        </button>
      ))}
      {mayDelete && <DeleteMessage id={thread.id} name={thread.name} list={ways.list} />}
    </div>
  );
}

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
      <span className={hidden.hidden}>{label}</span>
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
