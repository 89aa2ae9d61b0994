import { z } from "zod";
import { WEEKDAYS } from "./weekdays";

/** As `emailKey` keeps it: `z.email()` knows no quoted or accented ones. */
const Address = z.string().max(254);
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Opening = z.strictObject({ open: Time, close: Time });
export type Opening = z.infer<typeof Opening>;

const DayHours = z.array(Opening).max(3);

/** Settings that customers may read. Each key is a row of `Setting`; a missing row means the default. */
export const ShopSettings = z.strictObject({
  name: z.string().min(1).max(80).default("Equipement Ouarzazate"),
  since: z.number().int().default(1975),
  address: z.string().max(200).default("Ouarzazate, Maroc"),
  addressAr: z.string().max(200).default("ورزازات، المغرب"),
  mapUrl: z
    .url({ protocol: /^https?$/ })
    .default("https://www.google.com/maps/search/?api=1&query=Equipement+Ouarzazate"),
  email: Address.default("equipementouarzazate@gmail.com"),
  /** International, for people to read and `tel:` to dial. */
  phones: z.array(z.string().max(30)).default(["+212 524 00 00 00"]),
  /** Digits only, country code first, as wa.me requires. */
  whatsapp: z
    .string()
    .regex(/^\d{8,15}$/)
    .default("212600000000"),
  /** Further numbers, in the form of `whatsapp`. */
  otherWhatsapp: z.array(z.string().regex(/^\d{8,15}$/)).default([]),
  hours: z.record(z.enum(WEEKDAYS), DayHours).default({
    mon: [{ open: "09:00", close: "19:00" }],
    tue: [{ open: "09:00", close: "19:00" }],
    wed: [{ open: "09:00", close: "19:00" }],
    thu: [{ open: "09:00", close: "19:00" }],
    fri: [{ open: "09:00", close: "19:00" }],
    sat: [{ open: "09:00", close: "18:00" }],
    sun: [],
  }),
  /** The image of the home page, in the form of `ProductImage.url`; null shows none. */
  heroUrl: z.string().max(500).nullable().default(null),
  /** Days with other hours; `date` is YYYY-MM-DD in the shop's time zone. */
  exceptions: z.array(z.strictObject({ date: z.iso.date(), hours: DayHours })).default([]),
});
export type ShopSettings = z.infer<typeof ShopSettings>;

/** Parts of the storefront that staff switch on and off. */
export const Features = z.object({
  homeFeatured: z.boolean().default(true),
  homeNew: z.boolean().default(true),
  /** Asks people for a cookie by which returning visitors are counted. */
  returningVisitors: z.boolean().default(true),
});
export type Features = z.infer<typeof Features>;

/** What customers never read. The SQL function `shop_requires_second_factor` reads `requireSecondFactor` too. */
export const StaffSettings = z.strictObject({
  /** The address for notifications of messages; null means ADMIN_EMAIL of the environment. */
  notificationEmail: Address.nullable().default(null),
  /** Whether customers get an e-mail that confirms their message. */
  autoReply: z.boolean().default(true),
  /** Whether the owner gets a mail with the figures of each week. */
  weeklyFigures: z.boolean().default(true),
  features: Features.default({ homeFeatured: true, homeNew: true, returningVisitors: true }),
  requireSecondFactor: z.boolean().default(false),
});
export type StaffSettings = z.infer<typeof StaffSettings>;
