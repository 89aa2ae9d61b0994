"use client";

import { useRef, useState } from "react";
import type { EditConflict } from "@/domain/catalogue/staff-schema";
import { toAppError } from "@/lib/errors";
import { fieldMessages } from "@/ui/use-api-form";
import { withoutEmptyRows } from "./product-body";
import type { ProductValues } from "./product-values";
import { type Intent, obviousProblems } from "./save-intent";
import type { ImageQueue } from "./use-image-uploads";
import type { ProductState } from "./use-product-state";

export interface OpenConflict extends EditConflict {
  intent: Intent;
}

/** A save that the server wants confirmed. */
interface OpenQuestion {
  intent: Intent;
  text: string;
}

type Work = (intent: Intent, values: ProductValues) => Promise<unknown>;

/** Runs one save at a time, after the photos have arrived, and says what is wrong where it is refused. */
export function useSaveRun(state: ProductState, queue: ImageQueue) {
  const [phase, setPhase] = useState<"idle" | "uploading" | "saving">("idle");
  const [message, setMessage] = useState<string>();
  /** Counted, as the same refusal twice is told twice. */
  const [refusals, setRefusals] = useState(0);
  const [conflict, setConflict] = useState<OpenConflict | null>(null);
  const [question, setQuestion] = useState<OpenQuestion | null>(null);
  const isBusy = useRef(false);

  function refuse(problems: Record<string, string>, text: string): void {
    state.setErrors(problems);
    setMessage(text);
    setRefusals((count) => count + 1);
  }

  function fail(thrown: unknown, intent: Intent): void {
    const error = toAppError(thrown);
    const details = error.details as Partial<EditConflict> | undefined;
    if (error.code === "CONFLICT" && details?.current) {
      setConflict({ ...(details as EditConflict), intent });
    } else if (typeof error.details?.confirmHighPrice === "string") {
      setQuestion({ intent, text: error.details.confirmHighPrice });
    } else {
      refuse(fieldMessages(error), error.message);
    }
  }

  function forgive(): void {
    setMessage(undefined);
    state.setErrors({});
  }

  async function attempt(intent: Intent, work: Work): Promise<void> {
    forgive();
    setPhase("uploading");
    await queue.settled();
    const failed = queue.list().filter((upload) => upload.state === "failed").length;
    if (failed > 0 && intent !== "discard")
      return refuse({ images: notSent(failed) }, notSent(failed));
    setPhase("saving");
    const values = tidied(state);
    const problems = intent === "discard" ? {} : obviousProblems(values);
    if (Object.keys(problems).length === 0) await work(intent, values);
    else refuse(problems, "Certaines informations sont à corriger.");
  }

  async function run(intent: Intent, work: Work): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    await attempt(intent, work).catch((thrown: unknown) => fail(thrown, intent));
    isBusy.current = false;
    setPhase("idle");
  }

  return { run, phase, message, refusals, forgive, conflict, setConflict, question, setQuestion };
}

function notSent(photos: number): string {
  return photos === 1
    ? "Une photo n'est pas partie : réessayez, ou retirez-la de l'envoi."
    : `${photos} photos ne sont pas parties : réessayez, ou retirez-les de l'envoi.`;
}

/** The values as they stand now, without rows in which nobody wrote anything; these go from the form too. */
function tidied({ form }: ProductState): ProductValues {
  const typed = form.getValues();
  const values = structuredClone(withoutEmptyRows(typed));
  if (values.facts.length < typed.facts.length) form.setValue("facts", values.facts);
  if (values.variations.length < typed.variations.length) {
    form.setValue("variations", values.variations);
  }
  return values;
}
