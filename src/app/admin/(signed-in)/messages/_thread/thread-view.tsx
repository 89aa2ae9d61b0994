"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { PresenceNotice } from "@/app/admin/_components/page/presence-notice";
import { useShortcuts } from "@/app/admin/_components/page/use-shortcuts";
import type { AuditEntry } from "@/domain/audit/schema";
import { buildVariableValues, type ShopVariables } from "@/domain/messaging/inbox/rules";
import type { Thread } from "@/domain/messaging/inbox/schema";
import { Assignee } from "./assignee";
import { Composer } from "./composer/composer";
import { focusReply } from "./composer/focus-reply";
import { Conversation } from "./conversation";
import { CustomerCard } from "./customer-card";
import { PossibleSpamNotice } from "./possible-spam-notice";
import { ProductCard } from "./product-card";
import styles from "./thread.module.css";
import { getMessageActions } from "./toolbar/message-actions";
import { ThreadActions } from "./toolbar/thread-actions";
import { useThreadActions } from "./toolbar/use-thread-actions";

interface Props {
  thread: Thread;
  events: AuditEntry[];
  assignees: readonly { id: string; username: string }[];
  user: { id: string; username: string; canDelete: boolean };
  /** URLs of the list and of the neighbours of this message in it; null at either end. */
  links: { list: string; previous: string | null; next: string | null };
  shop: ShopVariables;
}

export function ThreadView({ thread, events, assignees, user, links, shop }: Props) {
  const router = useRouter();
  const { runAction, updateVersion, version, enqueue } = useThreadActions(thread);
  const nextUrl = links.next ?? links.list;
  const actions = getMessageActions(thread, user, nextUrl);
  useDeliveryRefresh(thread);
  const run = (name: keyof typeof actions) => () => {
    const action = actions[name];
    if (action) void runAction(action);
  };
  useShortcuts({
    j: () => links.next && router.push(links.next),
    k: () => links.previous && router.push(links.previous),
    u: () => router.push(links.list),
    r: focusReply,
    e: run("archive"),
    s: run("spam"),
    a: run("assignToMe"),
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
        links={links}
        actions={actions}
        canDelete={user.canDelete}
        onAct={runAction}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Conversation thread={thread} events={events} />
          {thread.isDoubtful && (
            <PossibleSpamNotice
              reasons={thread.spamReasons}
              actions={[actions.notSpam, actions.spam]}
              onAct={runAction}
            />
          )}
          <Composer
            key={thread.id}
            thread={thread}
            values={buildVariableValues(thread, shop)}
            userId={user.id}
            version={version}
            enqueue={enqueue}
            onSaved={updateVersion}
            onReplied={actions.replied && run("replied")}
            nextUrl={nextUrl}
          />
        </div>
        <aside className={styles.side} aria-label="Client et produit">
          <CustomerCard thread={thread} />
          <Assignee thread={thread} assignees={assignees} onAct={runAction} />
          {thread.product && <ProductCard product={thread.product} />}
        </aside>
      </div>
    </div>
  );
}

const REFRESH_INTERVAL_MS = 4_000;

/** Refreshes the page while a reply waits to be sent. */
function useDeliveryRefresh({ replies }: Thread): void {
  const router = useRouter();
  const isSending = replies.some(({ delivery }) => delivery === "queued");
  useEffect(() => {
    if (!isSending) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, REFRESH_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [isSending, router]);
}
