/** The parts of jStat that the shop uses; the package has no types. */
declare module "jstat" {
  export const jStat: {
    normal: { inv(p: number, mean: number, deviation: number): number };
    chisquare: { cdf(x: number, degreesOfFreedom: number): number };
  };
}
