import { randomBytes } from "node:crypto";
import { CliError } from "../steps/cli-error.mjs";
import type { Context, ResultRow } from "./context";
import { createApiCall, createOwners } from "./staff";
import { median, rounded } from "./statistics";

const SAMPLES = 80;
const MAX_DIFFERENCE = 0.05;

export const method =
  `${SAMPLES} sign-ins with a wrong password and ${SAMPLES} with an unknown name, in turn, each from an address and with a name of its own; ` +
  "the means without the slowest tenth of each.";

/** L1: the duration of a failed sign-in does not reveal whether the name exists. */
export async function measureSignIn({ settings, database }: Context): Promise<ResultRow[]> {
  const { names } = await createOwners(database.url, SAMPLES);
  const call = createApiCall(settings);
  const attempt = async (username: string) => {
    const answer = await call("POST", "/api/auth/login", { username, password: "pas-le-bon" });
    if (answer.status !== 401) throw new CliError(`A wrong sign-in answered ${answer.status}.`);
    return answer.milliseconds;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  await attempt(`nobody-${randomBytes(6).toString("hex")}`);
  for (const name of names) {
    known.push(await attempt(name));
    unknown.push(await attempt(`nobody-${randomBytes(6).toString("hex")}`));
  }
  const [ofKnown, ofUnknown] = [trimmedMean(known), trimmedMean(unknown)];
  const difference = Math.abs(ofKnown / ofUnknown - 1);
  return [
    {
      figure: "sign-in: mean time of a wrong password ÷ of an unknown name",
      value: (ofKnown / ofUnknown).toFixed(3),
      target: "0.95–1.05",
      reached: difference <= MAX_DIFFERENCE,
      note: `Medians ${median(known).toFixed(1)} and ${median(unknown).toFixed(1)} ms.`,
      data: { known: rounded(ofKnown), unknown: rounded(ofUnknown) },
    },
  ];
}

function trimmedMean(values: readonly number[]): number {
  const kept = values.toSorted((a, b) => a - b).slice(0, Math.ceil(values.length * 0.9));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
