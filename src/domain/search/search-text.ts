import { plain } from "@/lib/input/text-schema";

/** A text that customers may search for, of at most `max` characters. */
export const searchText = (max: number) =>
  plain(max).refine(
    (text) => /[\p{L}\p{N}]/u.test(text),
    "Écrivez au moins une lettre ou un chiffre.",
  );
