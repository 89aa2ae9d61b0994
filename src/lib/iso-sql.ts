import { Prisma } from "@/generated/prisma/client";

/** Formats a timestamptz as `Date.toISOString` does, or without its milliseconds. */
export function toIsoSql(timestamp: Prisma.Sql, precision: "ms" | "s" = "ms"): Prisma.Sql {
  return precision === "ms"
    ? Prisma.sql`to_char(${timestamp} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : Prisma.sql`to_char(${timestamp} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}
