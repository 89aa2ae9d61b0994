import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { lookup } from "@/lib/lookup";
import { MUTATING_OPERATIONS, sendMalformedRequest, toOperationName } from "../support/operations";
import { buildStaff } from "../support/staff";

const ATTACKS: Record<string, Record<string, string>> = {
  "another site": { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
  "a same-site origin": { "sec-fetch-site": "same-site", origin: "https://blog.shop.test" },
  "Origin: null": { origin: "null" },
  "a foreign Origin without Sec-Fetch-Site": { origin: "https://evil.example" },
  "a text/plain body": { "sec-fetch-site": "same-origin", "content-type": "text/plain" },
  "a text/plain body with our Origin": { origin: "http://shop.test", "content-type": "text/plain" },
};

describe("A changing request, also by an owner, is rejected with", () => {
  it.each(Object.entries(ATTACKS))("%s", async (_, headers) => {
    const { cookie } = await buildStaff("SUPER_ADMIN");
    const responses: [string, number][] = [];
    const isPlainText = lookup(headers, "content-type") === "text/plain";
    for (const operation of MUTATING_OPERATIONS) {
      if (isPlainText && operation.spec.acceptsBeacon) continue;
      const response = await sendMalformedRequest(operation, { ...headers, cookie });
      responses.push([toOperationName(operation), response.status]);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
    expect(responses.length).toBeGreaterThan(5);
    expect(responses.filter(([, status]) => status !== 403)).toEqual([]);
    expect(await db.rateLimit.count()).toBe(0);
  });
});

describe("A beacon as text/plain, also by an owner,", () => {
  const beacons = MUTATING_OPERATIONS.filter(({ spec }) => spec.acceptsBeacon);
  const type = { "content-type": "text/plain;charset=UTF-8" };

  it("is accepted by routes that change nothing that needs a session", () => {
    expect(beacons.length).toBeGreaterThan(0);
    expect(beacons.filter(({ spec }) => spec.access !== "public")).toEqual([]);
  });

  it.each(Object.entries(ATTACKS).slice(0, 4))("is rejected with %s", async (_, headers) => {
    const { cookie } = await buildStaff("SUPER_ADMIN");
    for (const operation of beacons) {
      const { status } = await sendMalformedRequest(operation, { ...headers, ...type, cookie });
      expect([toOperationName(operation), status]).toEqual([toOperationName(operation), 403]);
    }
    expect(await db.rateLimit.count()).toBe(0);
  });
});

describe("A request from the shop's own page", () => {
  it.each([
    ["with Sec-Fetch-Site", { "sec-fetch-site": "same-origin" }],
    ["of an older browser, with our Origin", { origin: "http://shop.test" }],
  ])("passes the CSRF check: %s", async (_, headers) => {
    for (const operation of MUTATING_OPERATIONS.filter(({ spec }) => spec.body)) {
      const { cookie } = await buildStaff("SUPER_ADMIN");
      const { status } = await sendMalformedRequest(operation, { ...headers, cookie });
      expect([toOperationName(operation), status]).toEqual([toOperationName(operation), 400]);
    }
  });
});
