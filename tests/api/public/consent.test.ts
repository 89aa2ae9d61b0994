import { describe, expect, it } from "vitest";
import { CONSENT_CHOICES } from "@/app/api/limits";
import { POST as choose } from "@/app/api/public/consent/route";
import { getConsentWording } from "@/domain/consent/published";
import { db } from "@/lib/db";
import { call } from "../../support/call";
import { forwardedFor, newIpAddress } from "../../support/sign-in";

const VISITOR = "AbCdEfGhIjKlMnOpQrSt_-.20261101";

function post(route: typeof choose, body: unknown, headers: object = {}) {
  return call(route, {
    method: "POST",
    body,
    headers: { ...forwardedFor(newIpAddress()), ...headers },
  });
}

const ACCEPTED = { choice: "accepted", wording: "visits-1" };

describe("POST /api/public/consent", () => {
  it("sets the visitor's id after consent only", async () => {
    const accepted = await post(choose, ACCEPTED);
    expect([accepted.status, accepted.body?.data]).toEqual([200, ACCEPTED]);
    expect(accepted.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^consent=visits-1\.accepted\.\d{8}; .*Max-Age=15724800/),
      expect.stringMatching(/^visitor=[\w-]{22}\.\d{8}; .*Max-Age=15724800/),
    ]);
    const refused = await post(choose, { ...ACCEPTED, choice: "refused" });
    expect(refused.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^consent=visits-1\.refused\./),
      expect.stringMatching(/^visitor=; .*Max-Age=0/),
    ]);
  });

  it("leaves the id of a visitor who accepts again, and replaces one that is not ours", async () => {
    const again = (visitor: string) =>
      post(choose, ACCEPTED, { cookie: `consent=visits-1.accepted.20261101; visitor=${visitor}` });
    expect((await again(VISITOR)).headers.getSetCookie()[1]).toContain(`visitor=${VISITOR};`);
    const forged = (await again("<script>.20261101")).headers.getSetCookie()[1];
    expect(forged).toMatch(/^visitor=[\w-]{22}\.\d{8};/);
  });

  it.each([{ "sec-gpc": "1" }, { dnt: "1" }])("takes %j for a refusal", async (signal) => {
    const { body, headers } = await post(choose, ACCEPTED, signal);
    expect(body?.data.choice).toBe("refused");
    expect(headers.getSetCookie()[0]).toContain("visits-1.refused");
  });

  it.each([
    {},
    { choice: "accepted" },
    { ...ACCEPTED, wording: "visits-99" },
    { ...ACCEPTED, wording: "toString" },
    { ...ACCEPTED, choice: "oui\r\nSet-Cookie: a=b" },
    { ...ACCEPTED, more: 1 },
    { ...ACCEPTED, personId: "x" },
    { ...ACCEPTED, personId: "' OR 1=1 -- aaaaaaaaaa" },
    { ...ACCEPTED, personId: `${"a".repeat(21)}\0` },
    { ...ACCEPTED, personId: ["a".repeat(22)] },
    [],
    null,
  ])("refuses %j and sets no cookie", async (body) => {
    const { status, headers } = await post(choose, body);
    expect([status, headers.getSetCookie()]).toEqual([400, []]);
  });

  it("is limited per client", async () => {
    const headers = forwardedFor(newIpAddress());
    const statuses: number[] = [];
    for (let i = 0; i <= CONSENT_CHOICES.requests; i += 1) {
      statuses.push((await post(choose, ACCEPTED, headers)).status);
    }
    expect([statuses.at(-2), statuses.at(-1)]).toEqual([200, 429]);
  });
});

describe("The banner's text", () => {
  it("is none once the shop recognises no visitors", async () => {
    expect(await getConsentWording(false)).toBe("visits-4");
    await db.setting.create({
      data: {
        key: "features",
        value: { homeFeatured: true, homeNew: true, returningVisitors: false },
      },
    });
    expect(await getConsentWording(false)).toBeNull();
    expect(await getConsentWording(true)).toBe("visits-4");
    await db.setting.deleteMany({ where: { key: "features" } });
  });
});
