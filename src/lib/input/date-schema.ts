import { z } from "zod";

const OUT_OF_RANGE = "Choisissez une date entre 2000 et 2199.";

/** PostgreSQL has no year 0, and no date of the shop lies outside this range. */
const isSupportedYear = (value: string) => {
  const year = new Date(value).getUTCFullYear();
  return year >= 2000 && year < 2200;
};

/** A calendar date: "2026-11-22". */
export const day = (message?: string) => z.iso.date(message).refine(isSupportedYear, OUT_OF_RANGE);

/** An instant in ISO 8601. */
export const moment = (options?: { offset: boolean }) =>
  z.iso.datetime(options).refine(isSupportedYear, OUT_OF_RANGE);
