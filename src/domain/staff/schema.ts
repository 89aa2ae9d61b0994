import { z } from "zod";
import { normalizePassword } from "@/lib/auth/password";
import { ROLES } from "@/lib/auth/permissions";
import { emailKey, toAsciiDomain } from "@/lib/input/email";
import { cleanPlain, cleanToken, toLatinDigits } from "@/lib/input/text";
import { isStorable, plain, REFUSED, tooLong } from "@/lib/input/text-schema";

const typed = (max: number) => z.string().max(max).refine(isStorable);

/** A minimum length and no composition rules, which lead to passwords like "Passw0rd!". */
export const Password = z
  .string()
  .refine(isStorable, REFUSED)
  .overwrite(normalizePassword)
  .min(10, "Au moins 10 caractères.")
  .max(200, tooLong(200))
  .refine(
    (password) => cleanPlain(password) !== "",
    "Des espaces seuls ne protègent pas : ajoutez des lettres ou des chiffres.",
  );

/** Longer than `Password`, since an unnormalized letter may have three characters. */
const TypedPassword = typed(1_000);

export const Email = emailKey("Indiquez une adresse e-mail.");

export const Username = plain(100)
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, "3 à 40 lettres, chiffres, points ou tirets.");

export const SignIn = z.strictObject({
  username: plain(254).overwrite(toAsciiDomain).min(1, "Indiquez votre identifiant."),
  password: TypedPassword.min(1, "Indiquez votre mot de passe."),
  rememberMe: z.boolean().default(false),
});
export type SignIn = z.infer<typeof SignIn>;

export const SecondFactor = z.strictObject({
  code: typed(40)
    .overwrite((code) => toLatinDigits(cleanToken(code)))
    .min(6, "Indiquez le code à 6 chiffres ou un code de secours."),
});

export const SignedInUser = z.strictObject({
  id: z.string(),
  username: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  hasSecondFactor: z.boolean(),
  mustAddSecondFactor: z.boolean(),
});

export const PasswordResetRequest = z.strictObject({ email: Email });

/** The token of a mailed link (password reset or invitation) and the password to set. */
export const PasswordByLink = z.strictObject({ token: typed(100).min(20), password: Password });

export const PasswordChange = z.strictObject({
  currentPassword: TypedPassword.min(1, "Indiquez votre mot de passe actuel."),
  newPassword: Password,
});

export const OwnSession = z.strictObject({
  id: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  userAgent: z.string().nullable(),
  isCurrent: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const CurrentPassword = z.strictObject({
  currentPassword: TypedPassword.min(1, "Indiquez votre mot de passe actuel."),
});

export const ConfirmSecondFactor = z.strictObject({
  code: typed(20)
    .overwrite((code) => toLatinDigits(cleanToken(code)))
    .regex(/^\d{6}$/, "Entrez les 6 chiffres que montre l'application."),
});

/** A record that an editor has open. */
export const OpenRecord = z.strictObject({
  entityType: z.enum(["Product", "Category", "Setting", "ContactMessage"]),
  entityId: typed(40).min(1),
});
export type OpenRecord = z.infer<typeof OpenRecord>;

/** The user names of the other editors of a record. */
export const OtherEditors = z.strictObject({ others: z.array(z.string()) });
export type OtherEditors = z.infer<typeof OtherEditors>;

export const DeletedSessions = z.strictObject({
  sessions: z.int(),
  passwordResets: z.int(),
  emailTokens: z.int(),
});
export type DeletedSessions = z.infer<typeof DeletedSessions>;
