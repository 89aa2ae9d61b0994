import Link from "next/link";
import admin from "@/app/admin/_components/admin.module.css";
import { DateTime } from "@/app/admin/_components/text/date-time";
import { UserText } from "@/app/admin/_components/text/user-text";
import type { AuditEntry } from "@/domain/audit/schema";
import { formatSentence } from "@/domain/audit-log/labels";
import type { Thread, ThreadNote, ThreadReply } from "@/domain/messaging/inbox/schema";
import { isolateUserText } from "@/lib/format/bidi";
import { BidiText } from "@/ui/bidi-text";
import { DELIVERY_LABELS } from "../labels";
import styles from "./thread.module.css";

type Item =
  | { kind: "reply"; at: string; reply: ThreadReply }
  | { kind: "note"; at: string; note: ThreadNote }
  | { kind: "event"; at: string; entry: AuditEntry };

/** The message, replies, notes and audit entries, oldest first. */
export function Conversation({ thread, events }: { thread: Thread; events: AuditEntry[] }) {
  const items: Item[] = [
    ...thread.replies.map((reply) => ({ kind: "reply" as const, at: reply.createdAt, reply })),
    ...thread.notes.map((note) => ({ kind: "note" as const, at: note.createdAt, note })),
    ...events.map((entry) => ({ kind: "event" as const, at: entry.createdAt, entry })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <ol className={styles.conversation} aria-label="Conversation" data-plain>
      <li className={styles.bubble} data-from="customer">
        <p className={styles.byline}>
          <strong>
            <UserText text={thread.name} />
          </strong>
          <DateTime value={thread.createdAt} />
        </p>
        <Body text={thread.message} language={thread.locale} />
      </li>
      {items.map((item) => (
        <ItemView key={getKey(item)} item={item} language={thread.locale} />
      ))}
    </ol>
  );
}

function getKey(item: Item): string {
  if (item.kind === "reply") return item.reply.id;
  return item.kind === "note" ? item.note.id : item.entry.id;
}

function ItemView({ item, language }: { item: Item; language: Thread["locale"] }) {
  if (item.kind === "event") return <EventView entry={item.entry} />;
  if (item.kind === "note") return <NoteView note={item.note} />;
  return <ReplyView reply={item.reply} language={language} />;
}

const NEEDS_ATTENTION = new Set<ThreadReply["delivery"]>(["failed", "unknown", "bounced"]);

function ReplyView({ reply, language }: { reply: ThreadReply; language: Thread["locale"] }) {
  const { label, tone } = DELIVERY_LABELS[reply.delivery];
  const needsAttention = NEEDS_ATTENTION.has(reply.delivery);
  return (
    <li className={styles.bubble} data-from="shop">
      <p className={styles.byline}>
        <strong>{reply.author ?? "Un ancien collègue"}</strong>
        <DateTime value={reply.createdAt} />
        <span className={admin.chip} data-tone={tone}>
          {label}
        </span>
        {needsAttention && reply.outboxId && (
          <Link href={`/admin/outbox/${reply.outboxId}`} prefetch={false}>
            Voir l'envoi
          </Link>
        )}
      </p>
      <Body text={reply.body} language={language} />
    </li>
  );
}

function NoteView({ note }: { note: ThreadNote }) {
  return (
    <li className={styles.bubble} data-from="note">
      <p className={styles.byline}>
        <strong>{note.author ?? "Un ancien collègue"}</strong>
        <span className={admin.chip}>Note interne</span>
        <DateTime value={note.createdAt} />
      </p>
      <Body text={note.body} />
    </li>
  );
}

function EventView({ entry }: { entry: AuditEntry }) {
  return (
    <li className={styles.event}>
      <UserText text={entry.userName} /> {eventText(entry)} · <DateTime value={entry.createdAt} />
    </li>
  );
}

function eventText({ action, entityType, changes }: AuditEntry): string {
  const assignee = changes.assignedTo?.after;
  if (action === "assign_message" && typeof assignee === "string") {
    return `a confié le message à ${isolateUserText(assignee)}`;
  }
  return formatSentence({ action, entityType, entityLabel: null });
}

/** Plain text: markup is not rendered and URLs do not become links. */
function Body({ text, language }: { text: string; language?: Thread["locale"] }) {
  return (
    <p className={styles.body} dir="auto" lang={language?.toLowerCase()}>
      <BidiText text={text} />
    </p>
  );
}
