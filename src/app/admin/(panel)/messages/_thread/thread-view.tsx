"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { PresenceNotice } from "@/app/admin/_components/presence-notice";
import { useShortcuts } from "@/app/admin/_components/use-shortcuts";
import type { AuditEntry } from "@/domain/audit-log/schema";
import { type ReplyingShop, variablesOf } from "@/domain/messaging/inbox/rules";
import type { Thread } from "@/domain/messaging/inbox/schema";
import { Assignee } from "./assignee";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { CustomerCard } from "./customer-card";
import { focusReply } from "./focus-reply";
import { getMessageActions } from "./message-actions";
import { PossibleSpamNotice } from "./possible-spam-notice";
import { ProductCard } from "./product-card";
import styles from "./thread.module.css";
import { ThreadActions } from "./thread-actions";
import { useThreadActions } from "./use-thread-actions";

interface Props {
  thread: Thread;
  events: AuditEntry[];
  people: readonly { id: string; username: string }[];
  user: { id: string; username: string; mayDelete: boolean };
  /** Addresses of the list, and of the messages around this one in it. */
  ways: { list: string; previous: string | null; next: string | null };
  shop: ReplyingShop;
}

export function ThreadView({ thread, events, people, user, ways, shop }: Props) {
  const router = useRouter();
  const { act, known, version, enqueue } = useThreadActions(thread);
  const moves = getMessageActions(thread, user, ways.next ?? ways.list);
  useFreshDelivery(thread);
  const run = (name: keyof typeof moves) => () => {
    const move = moves[name];
    if (move) void act(move.change, move);
  };
  useShortcuts({
    j: () => ways.next && router.push(ways.next),
    k: () => ways.previous && router.push(ways.previous),
    u: () => router.push(ways.list),
    r: focusReply,
    e: run("archive"),
    s: run("spam"),
    a: run("take"),
  });
  return (
    <div className={styles.thread}>
      <PresenceNotice
        entityType="ContactMessage"
        entityId={thread.id}
        one="regarde aussi ce message"
        other="regardent aussi ce message"
        advice="Mettez-vous d'accord avant de répondre."
      />
      <ThreadActions
        thread={thread}
        ways={ways}
        moves={moves}
        mayDelete={user.mayDelete}
        onAct={act}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Conversation thread={thread} events={events} />
          {thread.isDoubtful && (
            <PossibleSpamNotice
              reasons={thread.spamReasons}
              moves={[moves.genuine, moves.spam]}
              onAct={act}
            />
          )}
          <Composer
            key={thread.id}
            thread={thread}
            values={variablesOf(thread, shop)}
            userId={user.id}
            version={version}
            enqueue={enqueue}
            onSaved={known}
            onReplied={moves.replied && run("replied")}
            after={ways.next ?? ways.list}
          />
        </div>
        <aside className={styles.side} aria-label="Client et produit">
          <CustomerCard thread={thread} />
          <Assignee thread={thread} people={people} onAct={act} />
          {thread.product && <ProductCard product={thread.product} />}
        </aside>
      </div>
    </div>
  );
}

const LOOK_AGAIN_MS = 4_000;

/** A reply that is on its way: asks again until it is known to have left. */
function useFreshDelivery({ replies }: Thread): void {
  const router = useRouter();
  const isOnItsWay = replies.some(({ delivery }) => delivery === "queued");
  useEffect(() => {
    if (!isOnItsWay) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOnItsWay, router]);
}
