/** Quantiles of the standard normal distribution: of the significance of each comparison, two-sided, and of the power. */
export interface Quantiles {
  significance: number;
  power: number;
}

/**
 * The people per variant that are needed to find the difference between two rates (Fleiss, Statistical Methods for Rates and
 * Proportions, without continuity correction). With several variants each is compared with the control.
 */
export function getSampleSize(
  baseline: number,
  effect: number,
  { significance, power }: Quantiles,
): number {
  const changed = baseline + effect;
  const mean = (baseline + changed) / 2;
  const spread = (rate: number) => rate * (1 - rate);
  const root =
    significance * Math.sqrt(2 * spread(mean)) +
    power * Math.sqrt(spread(baseline) + spread(changed));
  return Math.ceil((root / effect) ** 2);
}
