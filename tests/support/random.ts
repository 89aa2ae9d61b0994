/** A generator of whole numbers below a bound (mulberry32), with a fixed seed, so that a failure can be reproduced. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export type Random = ReturnType<typeof createRandom>;

export function pick<T>(random: Random, values: readonly T[]): T {
  return values[random(values.length)] as T;
}
