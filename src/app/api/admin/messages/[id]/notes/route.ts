import { addNote } from "@/domain/messaging/inbox/commands";
import { MessageParams, NoteInput, SavedNote } from "@/domain/messaging/inbox/schema";
import { defineRoute } from "@/lib/http/define-route";

export const POST = defineRoute({
  summary: "Add an internal note to a message",
  access: "messages.write",
  params: MessageParams,
  body: NoteInput,
  response: SavedNote,
  status: 201,
  handle: ({ actor, params, body }) => addNote(actor, params.id, body),
});
