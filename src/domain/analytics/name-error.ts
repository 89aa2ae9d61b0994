import { AppError, toAppError } from "@/lib/errors";

/** Turns the conflict of a name that exists into a message at its field. */
export function toNameError(thrown: unknown): never {
  if (thrown instanceof AppError) throw thrown;
  const error = toAppError(thrown);
  if (error.code !== "CONFLICT") throw error;
  const message = "Ce nom existe déjà. Choisissez-en un autre.";
  throw new AppError("CONFLICT", { message, details: { name: message }, cause: thrown });
}
