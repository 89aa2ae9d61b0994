import { jStat } from "jstat";
import type { Quantiles } from "./sample-size";
import type { ExperimentResult, Interval, VariantCount, VariantResult, VERDICTS } from "./schema";

const SIGNIFICANCE = 0.05;
const POWER = 0.8;
/** Below this probability the spread over the variants is no chance. */
const SKEW_PROBABILITY = 0.001;

const toQuantile = (probability: number) => jStat.normal.inv(probability, 0, 1);

export const QUANTILES: Quantiles = {
  significance: toQuantile(1 - SIGNIFICANCE / 2),
  power: toQuantile(POWER),
};

/** Wilson's interval of a rate. */
export function getRateInterval({ people, converted }: VariantCount): Interval {
  const z2 = QUANTILES.significance ** 2;
  const rate = converted / people;
  const centre = rate + z2 / (2 * people);
  const margin =
    QUANTILES.significance * Math.sqrt((rate * (1 - rate)) / people + z2 / (4 * people * people));
  const scale = 1 + z2 / people;
  return { low: (centre - margin) / scale, high: (centre + margin) / scale };
}

/** Newcombe's interval of the difference between two rates (1998, method 10), which also holds for small numbers. */
export function getDifferenceInterval(control: VariantCount, variant: VariantCount): Interval {
  const [before, after] = [getRateInterval(control), getRateInterval(variant)];
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
  const variants = counts.map((count, i) => toResult(count, i === 0 ? null : control));
  return {
    variants,
    horizon,
    isConclusive,
    verdicts: variants.map((variant) => (isConclusive ? toVerdict(variant) : "undecided")),
    isSkewed:
      hasEqualShares && getSpreadProbability(counts.map(({ people }) => people)) < SKEW_PROBABILITY,
  };
}

function toResult(count: VariantCount, control: VariantCount | null): VariantResult {
  if (count.people === 0) return { ...count, rate: null, rateInterval: null, difference: null };
  const rate = count.converted / count.people;
  const difference = control &&
    control.people > 0 && {
      value: rate - control.converted / control.people,
      interval: getDifferenceInterval(control, count),
    };
  return { ...count, rate, rateInterval: getRateInterval(count), difference: difference || null };
}

function toVerdict({ difference }: VariantResult): (typeof VERDICTS)[number] {
  if (!difference) return "undecided";
  if (difference.interval.low > 0) return "better";
  return difference.interval.high < 0 ? "worse" : "equal";
}
