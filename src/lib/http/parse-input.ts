import { z } from "zod";
import { AppError, toAppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { type RefusedBody, toRefusedBody } from "@/lib/input/refused-body";

const MESSAGES = { fr: z.locales.fr().localeError, ar: z.locales.ar().localeError };

export function parse(schema: z.ZodType | undefined, locale: Locale, value: unknown): unknown {
  return schema?.parse(value, { error: MESSAGES[locale] });
}

interface BodySpec {
  body?: z.ZodType;
  findMoreProblems?(input: {
    params: unknown;
    refused: RefusedBody<unknown>;
  }): Promise<Readonly<Record<string, string>>>;
}

/** @throws VALIDATION_ERROR with the problems of the schema and those of the route's `findMoreProblems` */
export async function parseBody(
  { body: schema, findMoreProblems }: BodySpec,
  locale: Locale,
  raw: unknown,
  params: unknown,
): Promise<unknown> {
  try {
    return parse(schema, locale, raw);
  } catch (thrown) {
    const refused = findMoreProblems && toRefusedBody(schema, raw);
    if (!refused) throw thrown;
    const more = await findMoreProblems({ params, refused });
    const { details } = toAppError(thrown);
    throw new AppError("VALIDATION_ERROR", { details: { ...more, ...details }, cause: thrown });
  }
}
