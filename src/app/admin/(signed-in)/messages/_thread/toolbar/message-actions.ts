import type { MessagePatch, Thread } from "@/domain/messaging/inbox/schema";

export type MessageChange = Omit<MessagePatch, "version">;

export interface MessageAction {
  label: string;
  change: MessageChange;
  /** Text of the success toast. */
  success: string;
  /** The change that undoes this one; without it the toast offers no undo. */
  undo?: MessageChange;
  /** The page to open afterwards. */
  nextUrl?: string;
}

export type MessageActionName =
  | "assignToMe"
  | "archive"
  | "wait"
  | "replied"
  | "unread"
  | "spam"
  | "notSpam";

/** Returns the actions that the state of the message allows; `nextUrl` is the page to open after it leaves the folder. */
export function getMessageActions(
  thread: Thread,
  user: { id: string; username: string },
  nextUrl: string,
): Partial<Record<MessageActionName, MessageAction>> {
  const { folder, status, waitingSince, assignedTo } = thread;
  const undo: MessageChange = waitingSince ? { waiting: true } : { status };
  if (folder === "spam") {
    return {
      spam: {
        label: "Pas indésirable",
        change: { spam: false },
        success: "Sorti des indésirables",
        undo: { spam: true },
      },
    };
  }
  return {
    assignToMe:
      assignedTo?.id === user.id
        ? undefined
        : {
            label: "Me le confier",
            change: { assignedToId: user.id },
            success: "Ce message vous est confié",
            undo: { assignedToId: assignedTo?.id ?? null },
          },
    archive:
      folder === "archived"
        ? { label: "Rouvrir", change: { status: "READ" }, success: "Message rouvert", undo }
        : {
            label: "Archiver",
            change: { status: "ARCHIVED" },
            success: "Message archivé",
            undo,
            nextUrl,
          },
    wait:
      folder === "waiting"
        ? { label: "Reprendre", change: { waiting: false }, success: "Message repris", undo }
        : {
            label: "Mettre en attente",
            change: { waiting: true },
            success: "Mis en attente",
            undo,
          },
    replied:
      folder === "replied"
        ? undefined
        : {
            label: "Marquer comme répondu",
            change: { status: "REPLIED" },
            success: "Marqué comme répondu",
            undo,
          },
    unread: {
      label: "Marquer comme non lu",
      change: { status: "NEW" },
      success: "Marqué comme non lu",
      nextUrl,
    },
    notSpam: thread.isDoubtful
      ? {
          label: "C'est un vrai message",
          change: { spam: false },
          success: "Marqué comme vrai message",
        }
      : undefined,
    spam: {
      label: thread.isDoubtful ? "C'est du spam" : "Indésirable",
      change: { spam: true },
      success: "Classé indésirable",
      undo: { spam: false },
      nextUrl,
    },
  };
}
