import { isbot } from "isbot";
import { SCANNER_SECONDS } from "../rules";

export type Visitor = "HUMAN" | "PROXY" | "SCANNER";

export interface Visit {
  userAgent: string | null;
  /** The browser reports a user activation: `Sec-Fetch-User: ?1`. */
  hasUserActivation: boolean;
  secondsSinceSent: number | null;
}

/** User agents of mail scanners that isbot does not know. */
const SCANNERS =
  /barracuda|mimecast|proofpoint|safelinks|messagelabs|symantec|trend ?micro|fireeye|sophos|bitdefender|forcepoint|ironport|urldefense|wkhtml|headless|phantom|curl|wget|python|java\/|go-http|okhttp|axios|node-fetch|libwww/i;
/** These proxies load images when the recipient opens the mail. */
const READING_PROXIES = /GoogleImageProxy|YahooMailProxy/i;
/** Apple Mail Privacy Protection prefetches the images of all mails with exactly this user agent. */
const APPLE_PREFETCH = /^Mozilla\/5\.0$/;

export function classifyClick({ userAgent, hasUserActivation, secondsSinceSent }: Visit): Visitor {
  if (!userAgent || SCANNERS.test(userAgent) || isbot(userAgent)) return "SCANNER";
  const isTooSoon = secondsSinceSent !== null && secondsSinceSent < SCANNER_SECONDS;
  return isTooSoon && !hasUserActivation ? "SCANNER" : "HUMAN";
}

/** Classifies a request for the pixel; `isReading` is true where the recipient probably read the mail. */
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
