import { z } from "zod";
import { line, text } from "@/lib/input/text-schema";
import { MessageLanguage } from "../inbox/schema";
import { CANNED_REPLY_FIELDS } from "./fields";

const fields = {
  title: line(CANNED_REPLY_FIELDS.title.maxLength).min(
    1,
    "Donnez un titre : c'est par lui qu'on la retrouve.",
  ),
  body: text(CANNED_REPLY_FIELDS.body.maxLength).min(1, "Écrivez le texte de la réponse."),
  locale: MessageLanguage,
};

export const CannedReplyInput = z.strictObject(fields);
export type CannedReplyInput = z.infer<typeof CannedReplyInput>;

/** `version` is the version that the editor loaded; a command rejects a patch without it. */
export const CannedReplyPatch = z.strictObject({
  ...z.object(fields).partial().shape,
  version: z.int().min(1).max(2_147_483_647).optional(),
});
export type CannedReplyPatch = z.infer<typeof CannedReplyPatch>;

export const CannedReply = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  body: z.string(),
  locale: MessageLanguage,
});
export type CannedReply = z.infer<typeof CannedReply>;
