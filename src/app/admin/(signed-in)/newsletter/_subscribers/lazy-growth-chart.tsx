"use client";

import dynamic from "next/dynamic";
import type { ChartPoint } from "./growth-chart";
import styles from "./subscribers.module.css";

/** The chart library is larger than the rest of the page, so it loads afterwards. */
const Chart = dynamic(() => import("./growth-chart").then(({ GrowthChart }) => GrowthChart), {
  ssr: false,
});

/** Hidden from screen readers: the table below holds the same figures. */
export function LazyGrowthChart({ points }: { points: ChartPoint[] }) {
  return (
    <div className={styles.chart} aria-hidden="true" dir="ltr">
      <Chart points={points} />
    </div>
  );
}
