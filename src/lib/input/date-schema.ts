import { z } from "zod";

const YEARS = "Choisissez une date entre 2000 et 2199.";

/** PostgreSQL knows no year 0, and nothing here is older or later. */
const isOfOurTime = (value: string) => {
  const year = new Date(value).getUTCFullYear();
  return year >= 2000 && year < 2200;
};

/** A day that somebody typed or that stands in an address. */
export const day = (message?: string) => z.iso.date(message).refine(isOfOurTime, YEARS);

/** A moment that somebody chose. */
export const moment = (options?: { offset: boolean }) =>
  z.iso.datetime(options).refine(isOfOurTime, YEARS);
