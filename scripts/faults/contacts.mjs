import { sleep } from "../steps/processes.mjs";

const AT_ONCE = 6;
const ANSWER_MS = 15_000;
const GIVE_UP_MS = 180_000;

/**
 * Customers who each leave one message and try again, with the same key, until the shop says that it has it. Each comes
 * from an address of their own. `onAccepted` is told how many the shop has so far; those that wait for it hold the others up.
 */
export async function leaveMessages(port, count, onAccepted) {
  const seen = { statuses: {}, tries: 0, accepted: 0 };
  const numbers = Array.from({ length: count }, (_, number) => number);
  const writer = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      await untilAccepted(port, number, seen);
      seen.accepted++;
      await onAccepted(seen.accepted);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
  return seen;
}

export function keyOf(number) {
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

/** No two customers ask the same: the same words again and again are a sign of spam. */
function questionOf(number) {
  const of = (words, at) => words[at % words.length];
  return `${of(THINGS, number)} ${of(COLOURS, Math.floor(number / 8))} pour ${of(ROOMS, Math.floor(number / 80))}`;
}

async function untilAccepted(port, number, seen) {
  const until = Date.now() + GIVE_UP_MS;
  for (let wait = 100; Date.now() < until; wait = Math.min(wait * 2, 2_000)) {
    const status = await post(port, number);
    seen.tries++;
    seen.statuses[status] = (seen.statuses[status] ?? 0) + 1;
    if (status === 201) return;
    await sleep(wait);
  }
  throw new Error(`the shop did not take message ${number} in ${GIVE_UP_MS / 1000} s`);
}

async function post(port, number) {
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
        message: `Bonjour, avez-vous ${questionOf(number)} ?`,
        locale: language,
        submissionKey: keyOf(number),
      }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    return error.cause?.code ?? error.name;
  }
}
