"use client";

import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Thread } from "@/domain/messaging/inbox/schema";
import type { MessageAction, MessageActionName } from "./message-actions";
import { MoreMenu } from "./more-menu";
import styles from "./toolbar.module.css";

interface Props {
  thread: Thread;
  ways: { list: string; previous: string | null; next: string | null };
  moves: Partial<Record<MessageActionName, MessageAction>>;
  mayDelete: boolean;
  onAct: (change: MessageAction["change"], told: { done: string }) => Promise<void>;
}

export function ThreadActions({ thread, ways, moves, mayDelete, onAct }: Props) {
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
      {listed(OFTEN, moves).map(([name, move]) => (
        <button
          key={name}
          type="button"
          className={name === ON_PHONES ? "button" : `button ${styles.wide}`}
          data-variant="quiet"
          data-size="small"
          onClick={() => void onAct(move.change, move)}
        >
          {move.label}
        </button>
      ))}
      <MoreMenu
        message={{ id: thread.id, name: thread.name }}
        moves={listed(SELDOM, moves).map(([, move]) => move)}
        narrowMoves={listed(OFTEN, moves)
          .filter(([name]) => name !== ON_PHONES)
          .map(([, move]) => move)}
        mayDelete={mayDelete}
        list={ways.list}
        onAct={onAct}
      />
    </div>
  );
}

const OFTEN: MessageActionName[] = ["archive", "wait", "spam", "take"];
const SELDOM: MessageActionName[] = ["replied", "unread"];
/** On a phone the others are in the menu, so that the customer's words come first. */
const ON_PHONES: MessageActionName = "archive";

function listed(
  names: readonly MessageActionName[],
  moves: Props["moves"],
): [MessageActionName, MessageAction][] {
  return names.flatMap((name) => {
    const move = moves[name];
    return move ? [[name, move] as [MessageActionName, MessageAction]] : [];
  });
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
      <span className="visually-hidden">{label}</span>
    </Link>
  );
}
