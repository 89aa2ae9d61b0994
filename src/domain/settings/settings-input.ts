import { z } from "zod";
import type { StaleVersion } from "@/domain/audit/schema";
import { emailKey } from "@/lib/input/email";
import { findPhones, parsePhone } from "@/lib/input/phone";
import { formatPhone } from "@/lib/input/phone-format";
import { line, tooLong } from "@/lib/input/text-schema";
import { SETTING_FIELDS } from "./fields";
import { findHoursProblem } from "./input-rules";
import { ShopSettings, StaffSettings } from "./schema";
import { WEEKDAYS } from "./weekdays";

const filledLine = (max: number) => line(max).min(1, "Remplissez ce champ.");

const Email = emailKey("Indiquez une adresse e-mail comme nom@exemple.ma.");

const NO_NUMBER =
  "Indiquez un numéro comme 0524 88 12 34, ou +212 et neuf chiffres ; d'un autre pays, avec + et son indicatif.";
const SEVERAL_NUMBERS = "Un seul numéro par ligne : ajoutez une ligne pour l'autre.";
const Digits = line(100).transform((typed, context) => {
  const digits = parsePhone(typed)?.digits;
  if (digits === undefined) {
    const message = findPhones(typed).length > 1 ? SEVERAL_NUMBERS : NO_NUMBER;
    context.addIssue({ code: "custom", message });
  }
  return digits ?? z.NEVER;
});
const Phone = Digits.transform(formatPhone);

const areUnique = (values: readonly string[]) => new Set(values).size === values.length;
const DUPLICATE_NUMBER = "Le même numéro s'y trouve deux fois.";

const Time = z
  .string("Indiquez une heure comme 09:00.")
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "Indiquez une heure comme 09:00.", abort: true });
const Day = z
  .array(z.strictObject({ open: Time, close: Time }))
  .max(3, "Trois plages au plus par jour.")
  .superRefine((openings, context) => {
    const message = findHoursProblem(openings);
    if (message) context.addIssue({ code: "custom", message });
  });

const Exceptions = z
  .array(z.strictObject({ date: z.iso.date("Indiquez une date."), hours: Day }))
  .max(100, "100 jours au plus : retirez ceux qui sont passés.")
  .superRefine((exceptions, context) => {
    const dates = exceptions.map(({ date }) => date);
    dates.forEach((date, at) => {
      if (dates.indexOf(date) === at) return;
      const message = "Ce jour s'y trouve deux fois : gardez-en un.";
      context.addIssue({ code: "custom", path: [at, "date"], message });
    });
  });

const NO_YEAR = "Indiquez une année.";

const Changes = z
  .strictObject({
    name: filledLine(SETTING_FIELDS.name.maxLength),
    since: z.int(NO_YEAR).min(1800, NO_YEAR).max(2100, NO_YEAR),
    heroUrl: line(500)
      .nullable()
      .transform((url) => url || null),
    address: filledLine(SETTING_FIELDS.address.maxLength),
    addressAr: filledLine(SETTING_FIELDS.addressAr.maxLength),
    mapUrl: z
      .url({ protocol: /^https$/, error: "Indiquez une adresse qui commence par https://." })
      .max(SETTING_FIELDS.mapUrl.maxLength, tooLong(SETTING_FIELDS.mapUrl.maxLength)),
    email: Email,
    phones: z
      .array(Phone)
      .min(1, "Gardez au moins un numéro.")
      .max(5, "Cinq numéros au plus.")
      .refine(areUnique, DUPLICATE_NUMBER),
    whatsapp: Digits,
    otherWhatsapp: z
      .array(Digits)
      .max(4, "Cinq numéros au plus.")
      .refine(areUnique, DUPLICATE_NUMBER),
    hours: z.record(z.enum(WEEKDAYS), Day),
    exceptions: Exceptions,
    notificationEmail: z.union([z.literal("").transform(() => null), Email, z.null()], {
      error: "Indiquez une adresse e-mail comme nom@exemple.ma.",
    }),
    autoReply: z.boolean(),
    weeklyFigures: z.boolean(),
    features: z.strictObject({
      homeFeatured: z.boolean(),
      homeNew: z.boolean(),
      returningVisitors: z.boolean(),
    }),
    requireSecondFactor: z.boolean(),
  })
  .partial();

export const SETTING_KEYS = Object.keys(Changes.shape) as SettingKey[];
export type SettingKey = keyof (ShopSettings & StaffSettings);

/** `versions` has, for every key of `changes`, the version that the editor started from; 0 for a default. */
export const SettingsPatch = z.strictObject({
  changes: Changes,
  versions: z.record(z.string(), z.int().min(0)).optional(),
});
export type SettingsPatch = z.infer<typeof SettingsPatch>;

const Values = z.strictObject({ ...ShopSettings.shape, ...StaffSettings.shape });

export const SettingsForEdit = z.strictObject({
  values: Values,
  /** Key → version; 0 for a default. */
  versions: z.record(z.string(), z.int()),
  /** The keys that the editor may change. */
  editable: z.array(z.string()),
});
export type SettingsForEdit = z.infer<typeof SettingsForEdit>;

export interface SettingsConflict extends StaleVersion<SettingsForEdit> {
  /** The settings whose versions are stale. */
  keys: string[];
}
