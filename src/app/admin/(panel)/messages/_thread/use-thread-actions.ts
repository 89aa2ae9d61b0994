"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { toastError, toastSuccess } from "@/app/admin/_components/toast";
import type { MessagePatch, MessageState, Thread } from "@/domain/messaging/inbox/schema";
import { patchMessage } from "../message-requests";

interface Told {
  done: string;
  /** Brings it back as it was. */
  back?: Omit<MessagePatch, "version">;
  /** To the next message, or to the list: this one is dealt with. */
  leave?: string;
}

/** Changes of the open message, one after the other: each knows the version that the one before made. */
export function useThreadActions(thread: Thread) {
  const router = useRouter();
  const version = useRef(thread.version);
  useEffect(() => {
    version.current = Math.max(version.current, thread.version);
  }, [thread.version]);
  const known = (state: Pick<MessageState, "version">) => {
    version.current = Math.max(version.current, state.version);
  };
  const enqueue = useQueue();
  const send = (change: Omit<MessagePatch, "version">) =>
    enqueue(async () => {
      known(await patchMessage(thread.id, { ...change, version: version.current }));
      router.refresh();
    });
  const act = async (change: Omit<MessagePatch, "version">, { done, back, leave }: Told) => {
    try {
      await send(change);
      toastSuccess(done, back ? { undo: () => send(back).catch(toastError) } : {});
      if (leave) router.push(leave);
    } catch (error) {
      toastError(error);
      router.refresh();
    }
  };
  useMarkAsRead(thread, send);
  return { act, known, version, enqueue };
}

export type Enqueue = <T>(act: () => Promise<T>) => Promise<T>;

/** What is asked for while something else is under way waits for it, whatever became of it. */
function useQueue(): Enqueue {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback((act) => {
    const turn = last.current.then(act);
    last.current = turn.catch(() => undefined);
    return turn;
  }, []);
}

/** Who opens a new message has read it; said by the page that shows it, never by merely asking for it. */
function useMarkAsRead({ folder }: Thread, send: (change: { status: "READ" }) => Promise<void>) {
  const isDone = useRef(false);
  useEffect(() => {
    if (folder !== "new" || isDone.current) return;
    isDone.current = true;
    send({ status: "READ" }).catch(() => undefined);
  }, [folder, send]);
}
