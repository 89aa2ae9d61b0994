import { z } from "zod";
import { plain } from "@/lib/input/text-schema";
import { searchText } from "../search-text";
import { SYNONYM_FIELDS } from "./fields";

const MAX_WORDS = 20;

/** Without empty words and repetitions. */
const words = (max: number) =>
  z
    .array(plain(max))
    .transform((typed) => typed.filter((text) => text !== ""))
    .pipe(z.array(searchText(max)).max(MAX_WORDS, `${MAX_WORDS} mots au plus.`))
    .transform((given) => [...new Map(given.map((text) => [text.toLowerCase(), text])).values()]);

const fields = {
  terms: words(SYNONYM_FIELDS.terms.maxLength).pipe(
    z.array(z.string()).min(1, "Écrivez le mot que les clients cherchent."),
  ),
  finds: words(SYNONYM_FIELDS.finds.maxLength),
};

export const SynonymInput = z.strictObject({ ...fields, finds: fields.finds.default([]) });
export type SynonymInput = z.infer<typeof SynonymInput>;

/** `version` is the version that the editor loaded; a command rejects a patch without it. */
export const SynonymPatch = z.strictObject({
  ...z.object(fields).partial().shape,
  version: z.int().min(1).max(2_147_483_647).optional(),
});
export type SynonymPatch = z.infer<typeof SynonymPatch>;

export const Synonym = z.strictObject({
  id: z.string(),
  version: z.number().int(),
  terms: z.array(z.string()),
  finds: z.array(z.string()),
});
export type Synonym = z.infer<typeof Synonym>;
