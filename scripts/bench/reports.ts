import { CliError } from "../steps/cli-error.mjs";
import { withClient } from "../steps/database.mjs";
import { inRoot, lastLines, root } from "../steps/files.mjs";
import { run } from "../steps/processes.mjs";
import { createDatabase } from "../test-database.mjs";
import type { Context, ResultRow } from "./context";
import type { ReportTimes } from "./report-statements";
import { rounded } from "./statistics";

const MAX_CARD_RATIO = 4;
const MAX_ROLLUP_RATIO = 0.2;
const MAX_FUNNEL_RATIO = 2;

export const method =
  "p95 of each statement over a million events of 85 days: each list of the page of figures for one device through the shop against the same SQL through pg; the same lists " +
  "without filter from the sums of days against from single events; the first four steps of the funnel of every shop against SQL written by hand. All in turn, five rounds.";

/** A2: what reports cost. */
export async function measureReports({
  server,
  settings,
  database,
}: Omit<Context, "shop" | "productPath">): Promise<ResultRow[]> {
  const name = `bench_reports_${process.pid}`;
  const template = new URL(database.url).pathname.slice(1);
  const url = await createDatabase(server.adminUrl, name, template);
  try {
    const { code, output } = await run(
      process.execPath,
      [
        "--conditions=react-server",
        "--import",
        "tsx",
        inRoot("scripts", "bench", "report-statements.ts"),
      ],
      { cwd: root, env: { ...process.env, ...settings, DATABASE_URL: url, LOG_LEVEL: "silent" } },
    );
    if (code !== 0) throw new CliError(lastLines(output));
    const times: ReportTimes = JSON.parse(output.trim().split("\n").at(-1) ?? "");
    return buildRows(times);
  } finally {
    await withClient(server.adminUrl, (client) =>
      client.query(`DROP DATABASE "${name}" WITH (FORCE)`),
    );
  }
}

function buildRows({ cards, funnel }: ReportTimes): ResultRow[] {
  return [
    buildRow(
      "p95 of the list that suffers most ÷ of its SQL",
      cards,
      ({ shop, direct }) => shop / direct,
      MAX_CARD_RATIO,
    ),
    buildRow(
      "p95 from sums of days ÷ from single events, the worst list",
      cards,
      ({ sums, events }) => sums / events,
      MAX_ROLLUP_RATIO,
    ),
    buildRow(
      "p95 of a funnel of four steps ÷ of SQL written by hand",
      [{ ...funnel, card: "funnel" }],
      ({ shop, byHand }) => shop / byHand,
      MAX_FUNNEL_RATIO,
    ),
  ];
}

function buildRow<T extends { card: string }>(
  figure: string,
  times: readonly T[],
  getRatio: (each: T) => number,
  max: number,
): ResultRow {
  const worst = times.toSorted((a, b) => getRatio(b) - getRatio(a))[0];
  const ratio = worst ? getRatio(worst) : Number.NaN;
  return {
    figure,
    value: ratio.toFixed(2),
    target: `≤ ${max.toFixed(2)}`,
    reached: ratio <= max,
    note: JSON.stringify(worst, (_, value) =>
      typeof value === "number" ? rounded(value, 1) : value,
    ),
    data: { ratio: rounded(ratio) },
  };
}
