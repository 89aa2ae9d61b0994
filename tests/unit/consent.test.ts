import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  buildConsentCookies,
  findVisitor,
  isReturningVisitor,
  isTrackingRefused,
  newVisitor,
} from "@/domain/consent/cookies";
import { parseChoice, parseVisitor } from "@/domain/consent/rules";
import { CONSENT_WORDINGS, getConsentText } from "@/domain/consent/wordings";

/** Add a line for each new version, and never change one: people agreed to these exact words. */
const FINGERPRINTS: Record<string, string> = {
  "visits-1": "8cf6ba97d5345dba",
  "posthog-1": "49fe9b00c9128df1",
  "visits-2": "f355cd7ecae478ac",
  "posthog-2": "a36198a936425328",
  "posthog-3": "646447bc9142e28a",
  "visits-3": "9ca250aaaaf5be42",
  "visits-4": "425ca51029f9a3e9",
  "posthog-4": "3d5b6fcc0da99f30",
};

const fingerprint = (version: (typeof CONSENT_WORDINGS)[number]) =>
  createHash("sha256")
    .update(`${getConsentText(version, "fr")}\n${getConsentText(version, "ar")}`)
    .digest("hex")
    .slice(0, 16);

const ID = "AbCdEfGhIjKlMnOpQrSt_-";
const NOW = new Date("2026-11-30T23:30:00Z");
/** The headers of a request with these cookies. */
const withCookies = (cookies: string, signals: object = {}) =>
  new Headers({ cookie: cookies, ...signals });

describe("The consent wordings", () => {
  it("are unchanged: a new text needs a new version", () => {
    const now = Object.fromEntries(CONSENT_WORDINGS.map((name) => [name, fingerprint(name)]));
    expect(now).toEqual(FINGERPRINTS);
  });

  it("fit into the cookie, whose parts are separated by dots", () => {
    for (const wording of CONSENT_WORDINGS) expect(wording).toMatch(/^[a-z]+-\d+$/);
  });
});

describe("A stored choice", () => {
  it("counts for the text that was read only", () => {
    expect(parseChoice("visits-1.accepted.20261130", "visits-1")).toBe("accepted");
    expect(parseChoice("visits-1.refused", "visits-1")).toBe("refused");
    expect(parseChoice("visits-1.accepted.20261130", "posthog-1")).toBeNull();
  });

  it.each([
    undefined,
    "",
    "visits-1",
    "visits-1.",
    "visits-1.ACCEPTED.1",
    "accepted",
    "..",
    "é.\0.☠",
  ])("is none in the value %j", (value) => expect(parseChoice(value, "visits-1")).toBeNull());
});

describe("The visitor's id", () => {
  it("is read with the day of the consent", () => {
    expect(parseVisitor(`${ID}.20261130`)).toEqual({ personId: ID, firstDay: "20261130" });
  });

  it.each([
    undefined,
    "",
    ID,
    `${ID}.2026113`,
    `${ID}x.20261130`,
    `${ID}.20261130;`,
    `'${ID.slice(1)}.20261130`,
  ])("is none in the value %j", (value) => expect(parseVisitor(value)).toBeNull());

  it("counts after consent only, and not with Sec-GPC or DNT", () => {
    const visitor = `theme=1; visitor=${ID}.20261130`;
    const accepted = `${visitor};consent=visits-1.accepted.20261130`;
    expect(findVisitor(withCookies(accepted))?.personId).toBe(ID);
    for (const consent of [
      "consent=visits-1.refused.20261130",
      "consent=accepted",
      "no-consent=visits-1.accepted",
    ]) {
      expect(findVisitor(withCookies(`${visitor}; ${consent}`))).toBeNull();
    }
    expect(findVisitor(withCookies(visitor))).toBeNull();
    for (const signal of ["sec-gpc", "dnt"]) {
      expect(findVisitor(withCookies(accepted, { [signal]: "1" }))).toBeNull();
    }
  });

  it("is found for a purpose only after consent to a text that names it", () => {
    const found = (wording: string) =>
      (["posthog", "newsletter", "experiments"] as const).filter((purpose) =>
        findVisitor(withCookies(`visitor=${ID}.20261130; consent=${wording}.accepted`), purpose),
      );
    expect(found("visits-1")).toEqual([]);
    expect(found("visits-2")).toEqual(["newsletter"]);
    expect(found("visits-3")).toEqual(["newsletter", "experiments"]);
    expect(found("posthog-1")).toEqual(["posthog"]);
    expect(found("posthog-3")).toEqual(["posthog", "newsletter", "experiments"]);
    expect(found("visits-4")).toEqual(["newsletter", "experiments"]);
    expect(found("posthog-4")).toEqual(["posthog", "newsletter", "experiments"]);
    expect(found("unknown-9")).toEqual([]);
  });

  it("returns from the day after the consent on", () => {
    const isReturning = (firstDay: string) => isReturningVisitor({ personId: ID, firstDay }, NOW);
    expect(["20261130", "20261129", "20251231"].map(isReturning)).toEqual([false, true, true]);
  });
});

describe("The cookies of a choice", () => {
  it("are, for a refusal, the choice for six months and no visitor", () => {
    const choice = { choice: "refused", wording: "visits-1" } as const;
    expect(buildConsentCookies(choice, newVisitor(NOW), NOW)).toEqual([
      "consent=visits-1.refused.20261130; SameSite=Lax; Path=/; Max-Age=15724800",
      "visitor=; SameSite=Lax; Path=/; Max-Age=0",
    ]);
  });

  it("are, for a consent, the choice and a random visitor of this day, or the known visitor", () => {
    const choice = { choice: "accepted", wording: "visits-1" } as const;
    const store = () => buildConsentCookies(choice, newVisitor(NOW), NOW)[1]?.split(/[=;]/)[1];
    const made = parseVisitor(store());
    expect(made?.firstDay).toBe("20261130");
    expect(store()).not.toContain(made?.personId);
    const known = { personId: ID, firstDay: "20261101" };
    expect(buildConsentCookies(choice, known, NOW)[1]).toBe(
      `visitor=${ID}.20261101; SameSite=Lax; Path=/; Max-Age=15724800`,
    );
  });
});

describe("The browser's signals", () => {
  it("refuse tracking when they are on", () => {
    expect(isTrackingRefused(new Headers({ "sec-gpc": "0", dnt: "0" }))).toBe(false);
    expect(isTrackingRefused(new Headers({ "sec-gpc": "1" }))).toBe(true);
    expect(isTrackingRefused(new Headers({ dnt: "1" }))).toBe(true);
  });
});
