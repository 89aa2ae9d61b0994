export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Nearest rank, so that the result is a measured value; an even median is the mean of the two middle values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  if (share === 0.5 && sorted.length % 2 === 0) {
    return (at(sorted, sorted.length / 2 - 1) + at(sorted, sorted.length / 2)) / 2;
  }
  return at(sorted, Math.max(0, Math.ceil(share * sorted.length) - 1));
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
