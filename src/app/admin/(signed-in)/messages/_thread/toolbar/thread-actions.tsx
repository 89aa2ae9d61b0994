"use client";

import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Thread } from "@/domain/messaging/inbox/schema";
import type { MessageAction, MessageActionName } from "./message-actions";
import { MoreMenu } from "./more-menu";
import styles from "./toolbar.module.css";
import type { RunAction } from "./use-thread-actions";

interface Props {
  thread: Thread;
  links: { list: string; previous: string | null; next: string | null };
  actions: Partial<Record<MessageActionName, MessageAction>>;
  canDelete: boolean;
  onAct: RunAction;
}

export function ThreadActions({ thread, links, actions, canDelete, onAct }: Props) {
  const buttons = selectActions(BUTTONS, actions);
  return (
    <div className={styles.actions} role="toolbar" aria-label="Actions sur le message">
      <Step href={links.list} label="Retour à la liste">
        <ArrowLeft aria-hidden="true" />
      </Step>
      <Step href={links.previous} label="Message précédent">
        <ChevronLeft aria-hidden="true" />
      </Step>
      <Step href={links.next} label="Message suivant">
        <ChevronRight aria-hidden="true" />
      </Step>
      {buttons.map(([name, action]) => (
        <button
          key={name}
          type="button"
          className={name === PHONE_BUTTON ? "button" : `button ${styles.wideOnly}`}
          data-variant="quiet"
          data-size="small"
          onClick={() => void onAct(action)}
        >
          {action.label}
        </button>
      ))}
      <MoreMenu
        message={{ id: thread.id, name: thread.name }}
        actions={selectActions(MENU_ITEMS, actions).map(([, action]) => action)}
        phoneActions={buttons.filter(([name]) => name !== PHONE_BUTTON).map(([, action]) => action)}
        canDelete={canDelete}
        listUrl={links.list}
        onAct={onAct}
      />
    </div>
  );
}

const BUTTONS: MessageActionName[] = ["archive", "wait", "spam", "assignToMe"];
const MENU_ITEMS: MessageActionName[] = ["replied", "unread"];
/** The only button on a phone; the menu holds the others, so that the message itself stays in view. */
const PHONE_BUTTON: MessageActionName = "archive";

function selectActions(
  names: readonly MessageActionName[],
  actions: Props["actions"],
): [MessageActionName, MessageAction][] {
  return names.flatMap((name): [MessageActionName, MessageAction][] => {
    const action = actions[name];
    return action ? [[name, action]] : [];
  });
}

/** Without `href` it keeps its place as an inactive icon, so that its neighbours do not shift. */
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
