import { jStat } from "jstat";
import type { Quantiles } from "./sample-size";
import type { ExperimentResult, Interval, VariantCount, VariantResult, VERDICTS } from "./schema";

const SIGNIFICANCE = 0.05;
const POWER = 0.8;
/** Below this probability the spread over the variants is no chance. */
const SKEW_PROBABILITY = 0.001;

const toQuantile = (probability: number) => jStat.normal.inv(probability, 0, 1);

/**
 * The quantiles of an experiment with this many variants besides the control. Each is compared with the control, and the significance is
 * divided among the comparisons (Bonferroni), so that all of them hold together with 95 %.
 */
export function getQuantiles(variants: number): Quantiles {
  return {
    significance: toQuantile(1 - SIGNIFICANCE / variants / 2),
    power: toQuantile(POWER),
  };
}

/** Wilson's interval of a rate. */
export function getRateInterval({ people, converted }: VariantCount, quantile: number): Interval {
  const z2 = quantile ** 2;
  const rate = converted / people;
  const centre = rate + z2 / (2 * people);
  const margin = quantile * Math.sqrt((rate * (1 - rate)) / people + z2 / (4 * people * people));
  const scale = 1 + z2 / people;
  return { low: (centre - margin) / scale, high: (centre + margin) / scale };
}

/** Newcombe's interval of the difference between two rates (1998, method 10), which also holds for small numbers. */
export function getDifferenceInterval(
  control: VariantCount,
  variant: VariantCount,
  quantile: number,
): Interval {
  const [before, after] = [getRateInterval(control, quantile), getRateInterval(variant, quantile)];
  const [oldRate, newRate] = [control, variant].map(({ people, converted }) => converted / people);
  if (oldRate === undefined || newRate === undefined) throw new Error("two rates are compared");
  const difference = newRate - oldRate;
  return {
    low: difference - Math.hypot(newRate - after.low, before.high - oldRate),
    high: difference + Math.hypot(after.high - newRate, oldRate - before.low),
  };
}

/** The probability of a spread at least as uneven as this one, if everybody had the same chance of each variant. */
export function getSpreadProbability(people: readonly number[]): number {
  const total = people.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 1;
  const expected = total / people.length;
  const chiSquare = people.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return 1 - jStat.chisquare.cdf(chiSquare, people.length - 1);
}

/** `hasEqualShares` is false where PostHog assigns people, whose shares the shop does not know. */
export function buildResult(
  counts: readonly VariantCount[],
  horizon: number,
  hasEqualShares: boolean,
): ExperimentResult {
  const control = counts[0] ?? { people: 0, converted: 0 };
  const isConclusive = counts.every(({ people }) => people >= horizon);
  const { significance } = getQuantiles(Math.max(counts.length - 1, 1));
  const variants = counts.map((count, i) => ({
    ...describeRate(count),
    difference: i === 0 ? null : compare(control, count, significance),
  }));
  return {
    variants,
    horizon,
    isConclusive,
    verdicts: variants.map((variant) => (isConclusive ? toVerdict(variant) : "undecided")),
    isSkewed:
      hasEqualShares && getSpreadProbability(counts.map(({ people }) => people)) < SKEW_PROBABILITY,
  };
}

function describeRate(count: VariantCount) {
  if (count.people === 0) return { ...count, rate: null, rateInterval: null };
  const rateInterval = getRateInterval(count, getQuantiles(1).significance);
  return { ...count, rate: count.converted / count.people, rateInterval };
}

function compare(
  control: VariantCount,
  variant: VariantCount,
  quantile: number,
): VariantResult["difference"] {
  if (control.people === 0 || variant.people === 0) return null;
  return {
    value: variant.converted / variant.people - control.converted / control.people,
    interval: getDifferenceInterval(control, variant, quantile),
  };
}

function toVerdict({ difference }: VariantResult): (typeof VERDICTS)[number] {
  if (!difference) return "undecided";
  if (difference.interval.low > 0) return "better";
  return difference.interval.high < 0 ? "worse" : "equal";
}
