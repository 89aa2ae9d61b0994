"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

interface ChartPoint {
  label: string;
  current: number;
  compared: number | null;
}

export interface ChartProps {
  points: ChartPoint[];
  name: string;
  /** Begins the axis near the least value instead of at zero. */
  isZoomed?: boolean;
}

/** One measure over time, with the compared days as a dashed line. */
export function Chart({ points, name, isZoomed = false }: ChartProps) {
  const hasComparison = points.some(({ compared }) => compared !== null);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={points}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" tickLine={false} minTickGap={32} stroke="var(--text-soft)" />
        <YAxis
          allowDecimals={false}
          width={40}
          tickLine={false}
          axisLine={false}
          stroke="var(--text-soft)"
          domain={[isZoomed ? "auto" : 0, "auto"]}
        />
        <Tooltip
          contentStyle={{ background: "var(--surface-raised)", borderColor: "var(--line)" }}
          labelStyle={{ color: "var(--text)" }}
          itemStyle={{ color: "var(--text)" }}
        />
        <Area
          type="linear"
          dataKey="current"
          name={name}
          stroke="var(--earth)"
          strokeWidth={2}
          fill="var(--earth-faint)"
          isAnimationActive={false}
        />
        {hasComparison && (
          <Line
            type="linear"
            dataKey="compared"
            name="Avant"
            stroke="var(--text-soft)"
            strokeDasharray="4 4"
            dot={false}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
