import type { BulkValues } from "./bulk-values";

/** What each section of the form works with. */
export interface BulkControls {
  values: BulkValues;
  change: (part: Partial<BulkValues>) => void;
  errors: Partial<Record<keyof BulkValues, string>>;
}
