import { isbot } from "isbot";
import { SCANNER_SECONDS } from "../rules";

export type Visitor = "HUMAN" | "PROXY" | "SCANNER";

export interface Visit {
  userAgent: string | null;
  /** A browser says so of what a person did: `Sec-Fetch-User: ?1`. */
  isByHand: boolean;
  secondsSinceSent: number | null;
}

/** Machines that check mail, by the names that isbot does not know. */
const SCANNERS =
  /barracuda|mimecast|proofpoint|safelinks|messagelabs|symantec|trend ?micro|fireeye|sophos|bitdefender|forcepoint|ironport|urldefense|wkhtml|headless|phantom|curl|wget|python|java\/|go-http|okhttp|axios|node-fetch|libwww/i;
/** They load pictures when somebody opens the mail, and hide who. */
const READING_PROXIES = /GoogleImageProxy|YahooMailProxy/i;
/** Apple loads the pictures of every mail ahead, opened or not, under this name and no more. */
const APPLE_PREFETCH = /^Mozilla\/5\.0$/;

/** Who followed a link. */
export function classifyClick({ userAgent, isByHand, secondsSinceSent }: Visit): Visitor {
  if (!userAgent || SCANNERS.test(userAgent) || isbot(userAgent)) return "SCANNER";
  const isTooSoon = secondsSinceSent !== null && secondsSinceSent < SCANNER_SECONDS;
  return isTooSoon && !isByHand ? "SCANNER" : "HUMAN";
}

/** Who loaded the pixel, and whether somebody seems to have read the mail. */
export function classifyOpen(visit: Visit): { visitor: Visitor; isReading: boolean } {
  const { userAgent, secondsSinceSent } = visit;
  const isTooSoon = secondsSinceSent !== null && secondsSinceSent < SCANNER_SECONDS;
  if (userAgent && APPLE_PREFETCH.test(userAgent)) return { visitor: "PROXY", isReading: false };
  if (userAgent && READING_PROXIES.test(userAgent)) {
    return { visitor: "PROXY", isReading: !isTooSoon };
  }
  const isMachine = !userAgent || SCANNERS.test(userAgent) || isbot(userAgent) || isTooSoon;
  return isMachine
    ? { visitor: "SCANNER", isReading: false }
    : { visitor: "HUMAN", isReading: true };
}
