"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import admin from "@/app/admin/_components/admin.module.css";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { TextAreaField } from "@/app/admin/_components/fields/fields";
import { useHydrated } from "@/app/admin/_components/page/use-hydrated";
import { MESSAGE_MAX_LENGTH } from "@/domain/messaging/inbox/constants";
import type { MessageState, Thread } from "@/domain/messaging/inbox/schema";
import { toAppError } from "@/lib/errors";
import { addNote } from "../../message-requests";
import type { Enqueue } from "../toolbar/use-thread-actions";
import { useStoredText } from "./use-stored-text";

interface Props {
  thread: Thread;
  userId: string;
  enqueue: Enqueue;
  onSaved: (state: MessageState) => void;
}

export function NoteForm({ thread, userId, enqueue, onSaved }: Props) {
  const router = useRouter();
  const isReady = useHydrated();
  const [text, setText] = useStoredText(`message-note:${userId}:${thread.id}`);
  const [problem, setProblem] = useState<string>();
  const [isPending, setPending] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    setProblem(undefined);
    try {
      await enqueue(async () => onSaved((await addNote(thread.id, text)).message));
      setText("");
      toastSuccess("Note gardée");
      router.refresh();
    } catch (error) {
      const { details, message } = toAppError(error);
      setProblem(typeof details?.body === "string" ? details.body : message);
    } finally {
      setPending(false);
    }
  };
  return (
    <form className={admin.stack} onSubmit={(event) => void save(event)}>
      <TextAreaField
        label="Note"
        name="note"
        hint="Vos collègues la lisent ici. Le client ne la voit jamais."
        error={problem}
        max={MESSAGE_MAX_LENGTH.note}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={admin.row}>
        <button type="submit" className="button" disabled={isPending || !isReady}>
          Garder la note
        </button>
      </div>
    </form>
  );
}
