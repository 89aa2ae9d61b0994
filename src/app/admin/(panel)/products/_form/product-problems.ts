import fr from "zod/v4/locales/fr.js";
import { ProductInput } from "@/domain/catalogue/products/input";
import { toAppError } from "@/lib/errors";
import { getFieldMessages } from "@/ui/use-api-form";
import { type FieldErrors, toFormErrors } from "./form-errors";
import { toProductBody } from "./product-body";
import { findOptionProblems } from "./product-options";
import type { ProductValues } from "./product-values";
import { isPublic, lacksPrice, type SaveIntent } from "./save-intent";

const FRENCH = fr().localeError;
const WRONG_TIME = "Écrivez une date comme 31/01/2026, et une heure.";

/** Everything that the server would refuse and that can be known without it, at once: by the route's own schema and rules. */
export function findProductProblems(intent: SaveIntent, values: ProductValues): FieldErrors {
  const body = {
    ...toProductBody(values),
    status: isPublic(intent, values) ? "ACTIVE" : "DRAFT",
    // Whether it is to be on request is asked once everything else is right.
    ...(lacksPrice(intent, values) && { priceOnRequest: true }),
  };
  const parsed = ProductInput.safeParse(body, { error: FRENCH });
  return {
    ...(values.publishAt.trim() !== "" && !body.publishAt && { publishAt: WRONG_TIME }),
    ...(values.unpublishAt.trim() !== "" && !body.unpublishAt && { unpublishAt: WRONG_TIME }),
    ...(!parsed.success && toFormErrors(getFieldMessages(toAppError(parsed.error)), values)),
    ...findOptionProblems(values.variations, values.basePrice),
  };
}
