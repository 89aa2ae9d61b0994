"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/dialogs/toast";
import type { MessageState, Thread } from "@/domain/messaging/inbox/schema";
import { patchMessage } from "../../message-requests";
import type { MessageAction, MessageChange } from "./message-actions";

export type RunAction = (action: Omit<MessageAction, "label">) => Promise<void>;

/** Changes of the open message run one after the other: each sends the version that the previous response returned. */
export function useThreadActions(thread: Thread) {
  const router = useRouter();
  const version = useRef(thread.version);
  useEffect(() => {
    version.current = Math.max(version.current, thread.version);
  }, [thread.version]);
  const updateVersion = (state: Pick<MessageState, "version">) => {
    version.current = Math.max(version.current, state.version);
  };
  const enqueue = useQueue();
  const send = (change: MessageChange) =>
    enqueue(async () => {
      updateVersion(await patchMessage(thread.id, { ...change, version: version.current }));
      router.refresh();
    });
  const runAction: RunAction = async ({ change, success, undo, nextUrl }) => {
    try {
      await send(change);
      toastSuccess(success, undo ? { undo: () => send(undo).catch(toastError) } : {});
      if (nextUrl) router.push(nextUrl);
    } catch (error) {
      toastError(error);
      router.refresh();
    }
  };
  useMarkAsRead(thread, send);
  return { runAction, updateVersion, version, enqueue };
}

export type Enqueue = <T>(task: () => Promise<T>) => Promise<T>;

/** Each task starts after the previous one has ended, also when that one failed. */
function useQueue(): Enqueue {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback((task) => {
    const result = last.current.then(task);
    last.current = result.catch(() => undefined);
    return result;
  }, []);
}

/** Marks a new message as read once the page is shown, so that a prefetch of the page does not. */
function useMarkAsRead({ folder }: Thread, send: (change: { status: "READ" }) => Promise<void>) {
  const isDone = useRef(false);
  useEffect(() => {
    if (folder !== "new" || isDone.current) return;
    isDone.current = true;
    send({ status: "READ" }).catch(() => undefined);
  }, [folder, send]);
}
