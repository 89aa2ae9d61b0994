/** An error that the user can fix: the message says what happened and what to do, and is printed without a stack. */
export class CliError extends Error {}

/** @type {readonly (readonly [RegExp, string])[]} */
const KNOWN_FAILURES = [
  [
    /ENOSPC|No space left on device|disk full/i,
    "The disk is full. Free at least 1.5 GB and run the command again: it goes on where it stopped.",
  ],
  [/EDQUOT|Disk quota exceeded/i, "Your disk quota is used up. Free some space and run it again."],
  [
    /P1001|P1002|ECONNREFUSED.*5432/,
    "The database does not answer. Check DATABASE_URL and that PostgreSQL is running.",
  ],
  [
    /P1000|password authentication failed/,
    "The database refused the user or the password of DATABASE_URL. Correct them and run it again.",
  ],
];

/** Returns an explanation of a known failure in a child's output, else undefined. */
export function explainFailure(output) {
  return KNOWN_FAILURES.find(([pattern]) => pattern.test(output))?.[1];
}
