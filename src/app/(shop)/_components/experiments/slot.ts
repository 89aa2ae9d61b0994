import { locale as routeSegment } from "next/root-params";
import { findSlotContent, type ShownContent } from "@/domain/analytics/experiments/published";
import type { Slot } from "@/domain/analytics/experiments/slots";
import { listSegmentCodes } from "@/lib/cache/variant-codes";

/** What a slot shows on this page; each combination of variants is a page of its own (`variant-rewrites.ts`). */
export async function getSlot<S extends Slot>(slot: S): Promise<ShownContent<S>> {
  return findSlotContent(slot, listSegmentCodes(await routeSegment()));
}
