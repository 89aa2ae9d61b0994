import { describe, expect, it } from "vitest";
import { assignVariant } from "@/domain/analytics/experiments/assignment";
import { getSampleSize } from "@/domain/analytics/experiments/sample-size";
import {
  buildResult,
  getDifferenceInterval,
  getQuantiles,
  getRateInterval,
  getSpreadProbability,
} from "@/domain/analytics/experiments/statistics";

const RUNS = 1_000;

/** Mulberry32: the same numbers for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** People who are assigned as in the shop and reach the goal with the rate of their variant; the first is that of the control. */
function simulate(run: number, rates: readonly number[], people: number) {
  const random = seededRandom(run + 1);
  const variants = rates.slice(1).map(() => ({}));
  const experiment = { id: `run-${run}`, number: run, slot: "hero", variants } as const;
  const counts = rates.map(() => ({ people: 0, converted: 0 }));
  for (let person = 0; person < people; person += 1) {
    const variant = assignVariant(experiment, `person-${person}`);
    const count = counts[variant];
    if (!count) throw new Error("a variant that does not exist");
    count.people += 1;
    if (random() < (rates[variant] ?? 0)) count.converted += 1;
  }
  return counts;
}

describe("The result of simulated experiments", () => {
  it.each([
    [0.1, 0.1, 200],
    [0.1, 0.2, 200],
    [0.4, 0.3, 100],
  ])(
    "has the true effect in the interval in 930 to 970 of 1,000 runs (rates %d and %d, %d people)",
    (control, variant, people) => {
      let covered = 0;
      let skewed = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const { variants, isSkewed } = buildResult(
          simulate(run, [control, variant], people),
          1,
          true,
        );
        const { low, high } = variants[1]?.difference?.interval ?? { low: 1, high: -1 };
        if (low <= variant - control && variant - control <= high) covered += 1;
        if (isSkewed) skewed += 1;
      }
      expect(covered / RUNS).toBeGreaterThanOrEqual(0.93);
      expect(covered / RUNS).toBeLessThanOrEqual(0.97);
      expect(skewed).toBeLessThanOrEqual(5);
    },
    60_000,
  );

  it.each([
    [[0.1, 0.1, 0.1], 300],
    [[0.1, 0.1, 0.1, 0.1], 400],
    [[0.3, 0.4, 0.3, 0.2], 400],
  ] as const)(
    "with several variants has all true effects in their intervals at once in at least 930 of 1,000 runs (rates %j, %d people)",
    (rates, people) => {
      const [control = 0, ...others] = rates;
      let covered = 0;
      let coveredAlone = 0;
      let wrong = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const counts = simulate(run, rates, people);
        const { variants, verdicts } = buildResult(counts, 1, true);
        const isWithin = (rate: number, { low, high }: { low: number; high: number }) =>
          low <= rate - control && rate - control <= high;
        const intervals = variants.slice(1).map(({ difference }) => difference?.interval);
        if (others.every((rate, i) => isWithin(rate, intervals[i] ?? NEVER))) covered += 1;
        const alone = counts.slice(1).map((count) => {
          const pair = counts[0] && buildResult([counts[0], count], 1, true);
          return pair?.variants[1]?.difference?.interval ?? NEVER;
        });
        if (others.every((rate, i) => isWithin(rate, alone[i] ?? NEVER))) coveredAlone += 1;
        const isWrong = (rate: number, i: number) =>
          verdicts[i + 1] === "better"
            ? rate <= control
            : verdicts[i + 1] === "worse" && rate >= control;
        if (others.some(isWrong)) wrong += 1;
      }
      expect(covered / RUNS).toBeGreaterThanOrEqual(0.93);
      expect(coveredAlone / RUNS).toBeLessThan(0.93);
      expect(wrong / RUNS).toBeLessThanOrEqual(0.07);
    },
    60_000,
  );
});

const NEVER = { low: 1, high: -1 };

describe("Assignment", () => {
  const experiment = (id: string) => ({ id, number: 1, slot: "hero", variants: [{}, {}] }) as const;
  const people = Array.from({ length: 3_000 }, (_, i) => `person-${i}`);

  it("is stable, even, and independent between experiments", () => {
    const first = people.map((person) => assignVariant(experiment("one"), person));
    expect(people.map((person) => assignVariant(experiment("one"), person))).toEqual(first);
    const counts = [0, 1, 2].map((variant) => first.filter((each) => each === variant).length);
    expect(getSpreadProbability(counts)).toBeGreaterThan(0.01);
    const same = people.filter(
      (person, i) => assignVariant(experiment("two"), person) === first[i],
    ).length;
    expect(Math.abs(same / people.length - 1 / 3)).toBeLessThan(0.04);
  });
});

const ALONE = getQuantiles(1).significance;

describe("The interval", () => {
  it("of each of several variants is wider, and that of a single one is not", () => {
    const [control, variant] = [
      { people: 80, converted: 48 },
      { people: 70, converted: 56 },
    ];
    const getBounds = (...counts: (typeof control)[]) => {
      const { variants } = buildResult([control, ...counts], 1, true);
      const { low = 0, high = 0 } = variants.at(-1)?.difference?.interval ?? {};
      return [low.toFixed(4), high.toFixed(4)];
    };
    expect(getBounds(variant)).toEqual(["0.0524", "0.3339"]);
    // Newcombe's formula with the quantiles of 97.5 % and 98.33 %: 2.2414 and 2.3940.
    expect(getBounds(variant, variant)).toEqual(["0.0309", "0.3515"]);
    expect(getBounds(variant, variant, variant)).toEqual(["0.0192", "0.3608"]);
    expect([1, 2, 3].map((variants) => getQuantiles(variants).significance.toFixed(4))).toEqual([
      "1.9600",
      "2.2414",
      "2.3940",
    ]);
  });

  it("of a rate is Wilson's (Newcombe 1998, table I: 81 of 263)", () => {
    const { low, high } = getRateInterval({ people: 263, converted: 81 }, ALONE);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
  });

  it("of a difference is Newcombe's (1998, table II: 56 of 70 and 48 of 80)", () => {
    const { low, high } = getDifferenceInterval(
      { people: 80, converted: 48 },
      { people: 70, converted: 56 },
      ALONE,
    );
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.0524", "0.3339"]);
  });

  it("holds without any success", () => {
    const { low, high } = getDifferenceInterval(
      { people: 10, converted: 0 },
      { people: 10, converted: 0 },
      ALONE,
    );
    expect([low, high].map((bound) => Math.abs(bound).toFixed(4))).toEqual(["0.2775", "0.2775"]);
  });
});

describe("The sample size", () => {
  it.each([
    [0.1, 0.05, 686],
    [0.05, 0.05, 435],
    [0.5, 0.1, 388],
    [0.6, 0.1, 356],
  ])("to tell %d from %d more is the published one", (baseline, effect, people) => {
    expect(getSampleSize(baseline, effect, getQuantiles(1))).toBe(people);
  });

  it("is larger with several variants, since each interval is wider", () => {
    // By hand: (2.3940 √(2 × 0.125 × 0.875) + 0.8416 √(0.1 × 0.9 + 0.15 × 0.85))² ÷ 0.05².
    expect(getSampleSize(0.1, 0.05, getQuantiles(3))).toBe(915);
  });
});

describe("The sample-ratio check", () => {
  it("compares with the chi-square distribution", () => {
    expect(getSpreadProbability([500, 500])).toBe(1);
    expect(getSpreadProbability([0, 0])).toBe(1);
    // 3.841 is the quantile of 95 % for one degree of freedom, 13.816 that of 99.9 % for two.
    expect(getSpreadProbability([500 + 30.99, 500 - 30.99])).toBeCloseTo(0.05, 3);
    const spread = 10 * Math.sqrt(13.816 / 2);
    expect(getSpreadProbability([100 + spread, 100 - spread, 100])).toBeCloseTo(0.001, 4);
  });

  it("warns of a spread that is no chance, and not where PostHog assigns", () => {
    const counts = [600, 400].map((people) => ({ people, converted: 10 }));
    expect(buildResult(counts, 100, true).isSkewed).toBe(true);
    expect(buildResult(counts, 100, false).isSkewed).toBe(false);
  });
});

describe("A verdict", () => {
  const control = { people: 1_000, converted: 100 };
  const judge = (converted: number, horizon = 1_000) =>
    buildResult([control, { people: 1_000, converted }], horizon, true);

  it("is given once each variant has reached the horizon", () => {
    expect(judge(200, 1_001)).toMatchObject({
      isConclusive: false,
      verdicts: ["undecided", "undecided"],
    });
    expect(judge(200).verdicts[1]).toBe("better");
    expect(judge(40).verdicts[1]).toBe("worse");
    expect(judge(104).verdicts[1]).toBe("equal");
  });

  it("is none without people", () => {
    const { variants } = buildResult([control, { people: 0, converted: 0 }], 10, true);
    expect(variants[1]).toMatchObject({ rate: null, difference: null });
    const first = buildResult([{ people: 0, converted: 0 }, control], 10, true);
    expect(first.variants[1]?.difference).toBeNull();
  });
});
