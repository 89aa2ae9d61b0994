import { z } from "zod";
import { CHOICES } from "./rules";
import { CONSENT_WORDINGS } from "./wordings";

export const ConsentChoice = z.strictObject({
  choice: z.enum(CHOICES),
  /** The text that the person read. */
  wording: z.enum(CONSENT_WORDINGS),
});
export type ConsentChoice = z.infer<typeof ConsentChoice>;
