import type { FunnelStep } from "@/domain/analytics/funnels/schema";
import type { AnalyticsFilter } from "@/domain/analytics/report/filter-schema";

/** A step in the editor; the keys keep fields with their step when steps move. */
export interface EditedStep {
  key: string;
  name: string;
  conditions: { key: string; filter: AnalyticsFilter }[];
}

export const newCondition = (filter: AnalyticsFilter = {}) => ({
  key: crypto.randomUUID(),
  filter,
});

export const newStep = (): EditedStep => ({
  key: crypto.randomUUID(),
  name: "",
  conditions: [newCondition()],
});

export const toEdited = (steps: readonly FunnelStep[]): EditedStep[] =>
  steps.map(({ name, conditions }) => ({
    key: crypto.randomUUID(),
    name,
    conditions: conditions.map(newCondition),
  }));

export const toSteps = (steps: readonly EditedStep[]): FunnelStep[] =>
  steps.map(({ name, conditions }) => ({
    name,
    conditions: conditions.map(({ filter }) => filter),
  }));
