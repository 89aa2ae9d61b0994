import type { MessagePatch, Thread } from "@/domain/messaging/inbox/schema";

type Change = Omit<MessagePatch, "version">;

export interface MessageAction {
  label: string;
  change: Change;
  done: string;
  back?: Change;
  leave?: string;
}

export type MessageActionName =
  | "take"
  | "archive"
  | "wait"
  | "replied"
  | "unread"
  | "spam"
  | "genuine";

/** What can be done with a message as it stands; `after` is where one goes on. */
export function getMessageActions(
  thread: Thread,
  user: { id: string; username: string },
  after: string,
): Partial<Record<MessageActionName, MessageAction>> {
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
    ...(thread.isDoubtful && {
      genuine: {
        label: "C'est un vrai message",
        change: { spam: false },
        done: "Marqué comme vrai message",
      },
    }),
    spam: {
      label: thread.isDoubtful ? "C'est du spam" : "Indésirable",
      change: { spam: true },
      done: "Classé indésirable",
      back: { spam: false },
      leave: after,
    },
  };
}
