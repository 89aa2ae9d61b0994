import { randomBytes } from "node:crypto";
import { CliError } from "../steps/cli-error.mjs";
import { makeOwners, staffClient } from "./staff.mjs";
import { median, rounded } from "./statistics.mjs";

const SAMPLES = 80;
const MOST_APART = 0.05;

export const how =
  `${SAMPLES} sign-ins with a wrong password and ${SAMPLES} with a name that nobody has, in turn, each from an address and with a name of its own; ` +
  "the means without the slowest tenth of each.";

/** L1: the time taken does not tell whether a name exists. */
export async function measureSignIn({ settings, database }) {
  const { names } = await makeOwners(database.url, SAMPLES);
  const call = staffClient(settings, null);
  const attempt = async (username) => {
    const answer = await call("POST", "/api/auth/login", { username, password: "pas-le-bon" });
    if (answer.status !== 401) throw new CliError(`A wrong sign-in answered ${answer.status}.`);
    return answer.milliseconds;
  };
  const [known, unknown] = [[], []];
  await attempt(`nobody-${randomBytes(6).toString("hex")}`);
  for (const name of names) {
    known.push(await attempt(name));
    unknown.push(await attempt(`nobody-${randomBytes(6).toString("hex")}`));
  }
  const [ofKnown, ofUnknown] = [trimmedMean(known), trimmedMean(unknown)];
  const apart = Math.abs(ofKnown / ofUnknown - 1);
  return [
    {
      figure: "sign-in: mean time of a wrong password ÷ of an unknown name",
      value: (ofKnown / ofUnknown).toFixed(3),
      target: "0.95–1.05",
      reached: apart <= MOST_APART,
      note: `Medians ${median(known).toFixed(1)} and ${median(unknown).toFixed(1)} ms.`,
      data: { known: rounded(ofKnown), unknown: rounded(ofUnknown) },
    },
  ];
}

function trimmedMean(values) {
  const kept = values.toSorted((a, b) => a - b).slice(0, Math.ceil(values.length * 0.9));
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}
