import { z } from "zod";
import { CHOICES, PERSON_ID } from "./rules";
import { CONSENT_WORDINGS } from "./wordings";

export const ConsentChoice = z.strictObject({
  choice: z.enum(CHOICES),
  /** The text that the person read. */
  wording: z.enum(CONSENT_WORDINGS),
});
export type ConsentChoice = z.infer<typeof ConsentChoice>;

/** The browser deletes the id at once and sends it with the refusal, so that the server forgets it too. */
export const ConsentRequest = z.strictObject({
  ...ConsentChoice.shape,
  personId: z.string().regex(PERSON_ID).optional(),
});
