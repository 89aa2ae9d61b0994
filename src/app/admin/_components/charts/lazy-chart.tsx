"use client";

import dynamic from "next/dynamic";
import type { ChartProps } from "./chart";
import styles from "./chart.module.css";

/** The chart library is larger than the rest of the page, so it loads afterwards. */
const Chart = dynamic(() => import("./chart").then((module) => module.Chart), { ssr: false });

/** Hidden from screen readers: the table below holds the same figures. */
export function LazyChart(props: ChartProps) {
  return (
    <div className={styles.chart} aria-hidden="true" dir="ltr">
      <Chart {...props} />
    </div>
  );
}
