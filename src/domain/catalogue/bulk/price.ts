import { fromCentimes, MAX_PRICE, toCentimes } from "@/lib/input/amount";

export const PRICE_MODES = ["SET", "ADD", "PERCENT"] as const;
export const ROUNDINGS = ["0.05", "1", "5", "10", "END_90"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

export interface PriceRule {
  mode: (typeof PRICE_MODES)[number];
  /** MAD, or per cent with up to two decimals: "-12.50". */
  value: string;
  rounding?: Rounding | undefined;
  /** Limits of the result in MAD. */
  min?: string | undefined;
  max?: string | undefined;
}

export type NewPrice = { price: string } | { problem: "negative" | "too-large" };

/** Calculates in whole centimes. Half a step is rounded up. */
export function changePrice(price: string, rule: PriceRule): NewPrice {
  const rounded = round(calculate(toCentimes(price), rule), rule.rounding);
  const { min, max } = rule;
  const raised = min === undefined ? rounded : Math.max(rounded, toCentimes(min));
  const result = max === undefined ? raised : Math.min(raised, toCentimes(max));
  if (result < 0) return { problem: "negative" };
  if (result > toCentimes(MAX_PRICE)) return { problem: "too-large" };
  return { price: fromCentimes(result) };
}

/** 100 % in hundredths of a per cent. */
const WHOLE = 10_000;

function calculate(centimes: number, { mode, value }: PriceRule): number {
  const amount = toCentimes(value);
  if (mode === "SET") return amount;
  if (mode === "ADD") return centimes + amount;
  // Neither factor is negative, but their product may exceed the integers that a number holds exactly.
  const product = BigInt(centimes) * BigInt(WHOLE + amount);
  return Number((2n * product + BigInt(WHOLE)) / BigInt(2 * WHOLE));
}

const STEPS = { "0.05": 5, "1": 100, "5": 500, "10": 1_000 } as const;
const ENDING = 90;

function round(centimes: number, rounding: Rounding | undefined): number {
  if (rounding === undefined) return centimes;
  if (rounding !== "END_90") return roundToStep(centimes, STEPS[rounding]);
  return centimes < 0 ? centimes : Math.max(ENDING, roundToStep(centimes - ENDING, 100) + ENDING);
}

const roundToStep = (centimes: number, step: number) =>
  Math.floor((2 * centimes + step) / (2 * step)) * step;
