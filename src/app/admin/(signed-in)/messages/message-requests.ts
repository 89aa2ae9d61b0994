import { createIdempotencyKey } from "@/app/admin/_components/idempotency-key";
import type { CannedReply } from "@/domain/messaging/canned-replies/schema";
import type {
  InboxBulk,
  InboxBulkResult,
  MessagePatch,
  MessageState,
  SavedNote,
  SavedReply,
} from "@/domain/messaging/inbox/schema";
import { api } from "@/lib/http/api-client";

const MESSAGES = "/api/admin/messages";

/** Event of `window`, dispatched after requests that may change the unread count; the sidebar then reloads it. */
export const MESSAGES_CHANGED = "messages-changed";

export async function withChangeEvent<T>(request: Promise<T>): Promise<T> {
  return request.finally(() => window.dispatchEvent(new Event(MESSAGES_CHANGED)));
}

export function patchMessage(id: string, body: MessagePatch): Promise<MessageState> {
  return withChangeEvent(api<MessageState>(`${MESSAGES}/${id}`, { method: "PATCH", body }));
}

export function deleteMessage(id: string): Promise<unknown> {
  return withChangeEvent(api(`${MESSAGES}/${id}`, { method: "DELETE" }));
}

export function addNote(id: string, text: string): Promise<SavedNote> {
  return api<SavedNote>(`${MESSAGES}/${id}/notes`, { method: "POST", body: { body: text } });
}

export function updateMessages(body: InboxBulk): Promise<InboxBulkResult> {
  return withChangeEvent(api<InboxBulkResult>(`${MESSAGES}/bulk`, { method: "POST", body }));
}

export function fetchCannedReplies(): Promise<CannedReply[]> {
  return api<CannedReply[]>("/api/admin/canned-replies");
}

interface ReplyBody {
  body: string;
  version: number;
  latestAt: string;
  archive: boolean;
}

/** Returns a function that sends a reply. A retry with the same body reuses its idempotency key, so the customer gets one mail. */
export function createReplySender(id: string) {
  let attempt = { text: "", key: "" };
  return (body: ReplyBody): Promise<SavedReply> => {
    const text = JSON.stringify(body);
    if (attempt.text !== text) attempt = { text, key: createIdempotencyKey() };
    const path = `${MESSAGES}/${id}/replies` as const;
    return withChangeEvent(
      api<SavedReply>(path, { method: "POST", body, idempotencyKey: attempt.key }),
    );
  };
}
