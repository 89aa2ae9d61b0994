"use client";

import { useRef, useState } from "react";
import type { EditConflict } from "@/domain/catalogue/products/schema";
import { toAppError } from "@/lib/errors";
import { getFieldMessages } from "@/ui/form/use-api-form";
import type { ImageQueue } from "../images/use-image-uploads";
import type { ProductValues } from "../product-values";
import type { ProductState } from "../use-product-state";
import { type FieldErrors, toFormErrors } from "./form-errors";
import { isSendable, withoutEmptyRows } from "./product-body";
import { lacksPrice, type SaveIntent } from "./save-intent";

export interface OpenConflict extends EditConflict {
  intent: SaveIntent;
}

/** A save that waits for the editor's confirmation. */
interface OpenQuestion {
  intent: SaveIntent;
  about: "noPrice" | "highPrice";
  text: string;
}

const NO_PRICE = "Les clients liront « Prix sur demande ».";

type Work = (intent: SaveIntent, values: ProductValues) => Promise<unknown>;

/** Runs one save at a time, after all uploads have finished, and reports errors, conflicts and questions. */
export function useSaveRun(state: ProductState, queue: ImageQueue) {
  const [phase, setPhase] = useState<"idle" | "uploading" | "saving">("idle");
  /** A counter, so that a repeated refusal is reported again. */
  const [refusals, setRefusals] = useState(0);
  const [conflict, setConflict] = useState<OpenConflict | null>(null);
  const [question, setQuestion] = useState<OpenQuestion | null>(null);
  const isBusy = useRef(false);
  const checker = useRef<Checker | null>(null);

  function refuse(intent: SaveIntent, errors: FieldErrors, message: string): void {
    const check = () => checker.current?.(intent, state.form.getValues()) ?? {};
    state.refuse({ message, errors, check });
    setRefusals((count) => count + 1);
  }

  /** `problems` are the errors that the form found itself. */
  function handleFailure(thrown: unknown, intent: SaveIntent, problems: FieldErrors): void {
    const error = toAppError(thrown);
    const details = error.details as Partial<EditConflict> | undefined;
    if (error.code === "CONFLICT" && details?.current) {
      setConflict({ ...(details as EditConflict), intent });
      return;
    }
    const values = state.form.getValues();
    const { confirmHighPrice, basePrice, ...others } = getFieldMessages(error);
    // Both are questions to the editor, asked once there are no errors.
    const isAskedLater = lacksPrice(intent, values);
    const fieldErrors = {
      ...others,
      ...(basePrice !== undefined && !isAskedLater && { basePrice }),
    };
    const errors = { ...toFormErrors(fieldErrors, values), ...problems };
    if (confirmHighPrice !== undefined && Object.keys(errors).length === 0) {
      setQuestion({ intent, about: "highPrice", text: confirmHighPrice });
    } else {
      refuse(intent, errors, error.message);
    }
  }

  async function attempt(intent: SaveIntent, work: Work): Promise<void> {
    state.resetErrors();
    setPhase("uploading");
    checker.current ??= await loadChecker();
    await queue.whenIdle();
    const failed = queue.list().filter((upload) => upload.state === "failed").length;
    if (failed > 0 && intent !== "discard")
      return refuse(intent, { images: failedUploadsMessage(failed) }, failedUploadsMessage(failed));
    setPhase("saving");
    const values = removeEmptyRows(state);
    const problems = intent === "discard" ? {} : (checker.current?.(intent, values) ?? {});
    const hasProblems = Object.keys(problems).length > 0;
    if (hasProblems && !isSendable(values)) {
      return refuse(intent, problems, "Certaines informations sont à corriger.");
    }
    if (!hasProblems && lacksPrice(intent, values)) {
      setQuestion({ intent, about: "noPrice", text: NO_PRICE });
      return;
    }
    // Invalid values are sent too: the server adds the errors that need the database, such as a SKU in use.
    await work(intent, values).catch((thrown: unknown) => handleFailure(thrown, intent, problems));
  }

  async function run(intent: SaveIntent, work: Work): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    await attempt(intent, work).catch((thrown: unknown) => handleFailure(thrown, intent, {}));
    isBusy.current = false;
    setPhase("idle");
  }

  return { run, phase, refusals, conflict, setConflict, question, setQuestion };
}

type Checker = (intent: SaveIntent, values: ProductValues) => FieldErrors;

/** Loads the API schema on the first save. If that fails, for example offline, only the server validates. */
function loadChecker(): Promise<Checker | null> {
  return import("./product-problems").then(
    (module) => module.findProductProblems,
    () => null,
  );
}

function failedUploadsMessage(photos: number): string {
  return photos === 1
    ? "Une photo n'est pas partie : réessayez, ou retirez-la de l'envoi."
    : `${photos} photos ne sont pas parties : réessayez, ou retirez-les de l'envoi.`;
}

/** Returns the values without empty rows, and removes these rows from the form. */
function removeEmptyRows({ form }: ProductState): ProductValues {
  const typed = form.getValues();
  const values = structuredClone(withoutEmptyRows(typed));
  if (values.facts.length < typed.facts.length) form.setValue("facts", values.facts);
  if (JSON.stringify(values.variations) !== JSON.stringify(typed.variations)) {
    form.setValue("variations", values.variations);
  }
  return values;
}
