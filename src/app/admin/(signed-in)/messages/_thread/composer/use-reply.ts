"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState, useTransition } from "react";
import { toastSuccess } from "@/app/admin/_components/dialogs/toast";
import { resolveVariables } from "@/domain/messaging/inbox/rules";
import { toAppError } from "@/lib/errors";
import { createReplySender } from "../../message-requests";
import type { ComposerProps } from "./composer-props";
import { useStoredText } from "./use-stored-text";

/** The draft of a reply: stored until it is sent. After a conflict the page shows the changed thread, and the next click answers that one. */
export function useReply({
  thread,
  values,
  userId,
  version,
  enqueue,
  onSaved,
  nextUrl,
}: ComposerProps) {
  const router = useRouter();
  const [text, setText] = useStoredText(`message-reponse:${userId}:${thread.id}`);
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [isRefreshing, startRefresh] = useTransition();
  const isPending = isSending || isRefreshing;
  const sendReply = useMemo(() => createReplySender(thread.id), [thread.id]);
  const resolved = resolveVariables(text, values);

  async function deliver(archive: boolean): Promise<void> {
    await enqueue(async () => {
      const body = { body: text, version: version.current, latestAt: thread.latestAt, archive };
      onSaved((await sendReply(body)).message);
    });
    setText("");
    toastSuccess(archive ? "Réponse envoyée, message archivé" : "Réponse envoyée");
    if (archive) router.push(nextUrl);
    router.refresh();
  }

  function showProblem(thrown: unknown): void {
    const { code, details, message } = toAppError(thrown);
    setProblem(typeof details?.body === "string" ? details.body : message);
    // The buttons stay disabled during the refresh, so that staff see the changes before they send again.
    if (code === "CONFLICT") startRefresh(() => router.refresh());
  }

  function send(archive: boolean): void {
    const names = resolved.unresolved.join(", ");
    setProblem(names ? `Remplacez ${names} : rien ne correspond pour ce message.` : undefined);
    if (names || isPending) return;
    setSending(true);
    void deliver(archive)
      .catch(showProblem)
      .finally(() => setSending(false));
  }

  return { text, setText, resolved, problem, isPending, send };
}
