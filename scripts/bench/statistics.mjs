export function median(values) {
  return percentile(values, 0.5);
}

/** By nearest rank, so that it is a value that was really measured; the mean of the middle two for an even median. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  if (share === 0.5 && sorted.length % 2 === 0) {
    return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
  }
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function rounded(value, digits = 2) {
  return Number(value.toFixed(digits));
}
