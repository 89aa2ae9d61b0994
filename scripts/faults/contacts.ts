import { sleep } from "../steps/processes.mjs";

const CONCURRENCY = 6;
const ANSWER_TIMEOUT_MS = 15_000;
const ACCEPT_TIMEOUT_MS = 180_000;

export interface Tally {
  /** Number of answers by HTTP status or error code. */
  statuses: Record<string, number>;
  tries: number;
  accepted: number;
}

/**
 * Sends `count` messages, each from its own client address, and repeats each with the same key until the shop has accepted
 * it. `onAccepted` receives the number of accepted messages so far; a sender waits for it before its next message.
 */
export async function sendMessages(
  port: string,
  count: number,
  onAccepted: (accepted: number) => Promise<void>,
): Promise<Tally> {
  const tally: Tally = { statuses: {}, tries: 0, accepted: 0 };
  const numbers = Array.from({ length: count }, (_, number) => number);
  const sender = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      await sendUntilAccepted(port, number, tally);
      tally.accepted++;
      await onAccepted(tally.accepted);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, sender));
  return tally;
}

export function getSubmissionKey(number: number): string {
  return `storm-message-${number}`;
}

const THINGS = [
  "du carrelage",
  "une vasque",
  "un lustre",
  "du zellige",
  "une perceuse",
  "un évier",
  "de la chaux",
  "un miroir",
];
const COLOURS = [
  "blanc",
  "vert",
  "bleu nuit",
  "ocre",
  "noir mat",
  "cuivre",
  "laiton",
  "gris",
  "sable",
  "ivoire",
];
const ROOMS = [
  "la cuisine",
  "un hammam",
  "la terrasse",
  "un riad",
  "le salon",
  "une douche",
  "le garage",
  "un patio",
];

/** Builds a different question for each number, because repeated texts count as spam. */
function buildQuestion(number: number): string {
  const pick = (words: readonly string[], index: number) => words[index % words.length];
  return `${pick(THINGS, number)} ${pick(COLOURS, Math.floor(number / 8))} pour ${pick(ROOMS, Math.floor(number / 80))}`;
}

async function sendUntilAccepted(port: string, number: number, tally: Tally): Promise<void> {
  const until = Date.now() + ACCEPT_TIMEOUT_MS;
  for (let wait = 100; Date.now() < until; wait = Math.min(wait * 2, 2_000)) {
    const status = await post(port, number);
    tally.tries++;
    tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
    if (status === 201) return;
    await sleep(wait);
  }
  throw new Error(`the shop did not take message ${number} in ${ACCEPT_TIMEOUT_MS / 1000} s`);
}

async function post(port: string, number: number): Promise<number | string> {
  const language = number % 3 === 0 ? "ar" : "fr";
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/public/contact`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
        "x-forwarded-for": `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`,
      },
      body: JSON.stringify({
        name: `Client ${number}`,
        email: `client-${number}@exemple.test`,
        subject: `Question ${number}`,
        message: `Bonjour, avez-vous ${buildQuestion(number)} ?`,
        locale: language,
        submissionKey: getSubmissionKey(number),
      }),
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    const { cause, name } = error as Error & { cause?: NodeJS.ErrnoException };
    return cause?.code ?? name;
  }
}
