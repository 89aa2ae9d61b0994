"use client";

import dynamic from "next/dynamic";
import type { CurvePoint } from "./growth-chart";
import styles from "./subscribers.module.css";

/** Charts weigh more than the rest of the page: they come after it. */
const Chart = dynamic(() => import("./growth-chart").then(({ GrowthChart }) => GrowthChart), {
  ssr: false,
});

/** A picture for those who see it; the table under it says the same. */
export function GrowthCurve({ points }: { points: CurvePoint[] }) {
  return (
    <div className={styles.chart} aria-hidden="true" dir="ltr">
      <Chart points={points} />
    </div>
  );
}
