import fr from "zod/v4/locales/fr.js";
import { ProductInput } from "@/domain/catalogue/products/input";
import { toAppError } from "@/lib/errors";
import { getFieldMessages } from "@/ui/form/use-api-form";
import { findOptionProblems } from "../options/product-options";
import type { ProductValues } from "../product-values";
import { type FieldErrors, toFormErrors } from "./form-errors";
import { toProductBody } from "./product-body";
import { isPublic, lacksPrice, type SaveIntent } from "./save-intent";

const FRENCH = fr().localeError;
const INVALID_TIME = "Écrivez une date comme 31/01/2026, et une heure.";

/** Finds all errors that need no database, with the schema and rules of the API. */
export function findProductProblems(intent: SaveIntent, values: ProductValues): FieldErrors {
  const body = {
    ...toProductBody(values),
    status: isPublic(intent, values) ? "ACTIVE" : "DRAFT",
    // A missing price is a question to the editor, asked once there are no errors.
    ...(lacksPrice(intent, values) && { priceOnRequest: true }),
  };
  const parsed = ProductInput.safeParse(body, { error: FRENCH });
  return {
    ...(values.publishAt.trim() !== "" && !body.publishAt && { publishAt: INVALID_TIME }),
    ...(values.unpublishAt.trim() !== "" && !body.unpublishAt && { unpublishAt: INVALID_TIME }),
    ...(!parsed.success && toFormErrors(getFieldMessages(toAppError(parsed.error)), values)),
    ...findOptionProblems(values.variations, values.basePrice),
  };
}
