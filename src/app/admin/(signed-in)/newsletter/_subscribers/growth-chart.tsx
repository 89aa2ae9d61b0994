"use client";

import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { GrowthPoint } from "@/domain/newsletter/subscribers/queries";

export type ChartPoint = GrowthPoint & { label: string };

export function GrowthChart({ points }: { points: ChartPoint[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart
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
          domain={["auto", "auto"]}
        />
        <Tooltip
          contentStyle={{ background: "var(--surface-raised)", borderColor: "var(--line)" }}
          labelStyle={{ color: "var(--text)" }}
          itemStyle={{ color: "var(--text)" }}
        />
        <Area
          type="monotone"
          dataKey="total"
          name="Abonnés"
          stroke="var(--earth)"
          strokeWidth={2}
          fill="var(--earth-faint)"
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
