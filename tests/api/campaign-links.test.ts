import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { POST as unsubscribe } from "@/app/api/public/newsletter/unsubscribe/route";
import { GET as follow, HEAD } from "@/app/n/c/[token]/route";
import { GET as pixel } from "@/app/n/o/[token]/route";
import { getCampaign } from "@/domain/campaigns/queries";
import { buildClickUrl, buildPixelUrl } from "@/domain/campaigns/tracking/links";
import { signSubscriberToken } from "@/domain/newsletter/subscription/unsubscribe-link";
import { db } from "@/lib/db";
import { buildCampaign, buildSubscribers } from "../support/campaigns";

const TARGET = "https://exemple.ma/offre?a=1&b=2";
const HOME = "http://localhost:3000/";
const CHROME =
  "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36";
const GMAIL =
  "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
const AN_HOUR_AGO = new Date(Date.now() - 3_600_000);

let message: { id: string; campaignId: string };
beforeEach(async () => {
  await db.rateLimit.deleteMany();
  message = await buildSentMessage();
});

async function buildSentMessage(sentAt = AN_HOUR_AGO) {
  const [subscriber] = await buildSubscribers(1);
  const { id: campaignId } = await buildCampaign({ status: "FINISHED", startedAt: sentAt });
  await db.campaignLink.createMany({
    data: [
      { campaignId, position: 0, url: TARGET },
      { campaignId, position: 1, url: HOME, isTrap: true },
    ],
  });
  const subscriberId = subscriber?.id ?? "";
  return db.campaignMessage.create({
    data: { campaignId, subscriberId, state: "SENT", sentAt },
  });
}

const getToken = (url: string) => url.split("/").at(-1) ?? "";
function visit(route: typeof follow, token: string, headers: Record<string, string> = {}) {
  const request = new NextRequest("http://shop.test/n", {
    method: route === HEAD && headers["x-method"] ? headers["x-method"] : "GET",
    headers: { "user-agent": CHROME, ...headers },
  });
  return route(request, { params: Promise.resolve({ token }) });
}
const click = (position = 0, headers: Record<string, string> = {}, of = message) =>
  visit(follow, getToken(buildClickUrl(of.id, position)), headers);
const open = (headers: Record<string, string> = {}, of = message) =>
  visit(pixel, getToken(buildPixelUrl(of.id)), headers);

const events = (of = message) =>
  db.campaignEvent.findMany({ where: { messageId: of.id }, orderBy: { createdAt: "asc" } });
/** The visit is stored after the response. */
const visitors = async (count: number, of = message) => {
  await vi.waitUntil(async () => (await events(of)).length >= count, 5_000);
  return (await events(of)).map(({ visitor }) => visitor);
};
const reloadMessage = (of = message) =>
  db.campaignMessage.findUniqueOrThrow({ where: { id: of.id } });

describe("A campaign link", () => {
  it("redirects to the target in the database, without a referrer and without caching", async () => {
    const { status, headers } = await click();
    expect([status, headers.get("location")]).toEqual([302, TARGET]);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toContain("no-store");
    expect(await visitors(1)).toEqual(["HUMAN"]);
    expect(await reloadMessage()).toMatchObject({
      firstClickAt: expect.any(Date),
      firstOpenAt: expect.any(Date),
    });
  });

  it("stores neither the IP address nor the browser", async () => {
    await click(0, { "x-forwarded-for": "203.0.113.77" });
    await visitors(1);
    const [row] = await db.$queryRaw<{ row: string }[]>`
      SELECT e::text AS "row" FROM "CampaignEvent" e WHERE e."messageId" = ${message.id}`;
    expect(row?.row).not.toMatch(/203\.0\.113|Mozilla/);
  });

  it.each([
    ["nothing", ""],
    ["another site's address", encodeURIComponent("https://evil.example")],
    ["a URL in place of the signature", "eyJtIjoiYSJ9.https://evil.example"],
    ["NUL", "a\0b"],
    ["100,000 characters", "x".repeat(100_000)],
    ["a lone surrogate", "\ud800"],
  ])("redirects to the home page for a token of %s", async (_, token) => {
    const { status, headers } = await visit(follow, token);
    expect([status, headers.get("location")]).toEqual([302, HOME]);
    expect((await visit(pixel, token)).status).toBe(200);
  });

  it.each([
    ["/catalogue/carrelage?inStock=1", "/catalogue/carrelage?inStock=1&"],
    ["/produit/lavabo#avis", "/produit/lavabo?", "#avis"],
  ])("names the campaign in a link to %s of the shop", async (path, start, end = "") => {
    const { campaignId } = message;
    const url = `${HOME.slice(0, -1)}${path}`;
    await db.campaignLink.updateMany({ where: { campaignId, position: 0 }, data: { url } });
    const query = `utm_source=newsletter&utm_medium=email&utm_campaign=${campaignId}`;
    const { headers } = await click();
    expect(headers.get("location")).toBe(`${HOME.slice(0, -1)}${start}${query}${end}`);
  });

  it("leaves the names that staff gave in a link", async () => {
    const { campaignId } = message;
    const url = `${HOME}faq?utm_source=flyer`;
    await db.campaignLink.updateMany({ where: { campaignId, position: 0 }, data: { url } });
    expect((await click()).headers.get("location")).toBe(url);
  });

  it("redirects to the home page for a changed token, one of another purpose, and one of an unknown link", async () => {
    const good = getToken(buildClickUrl(message.id, 0));
    const [body = "", signature = ""] = good.split(".");
    const other = Buffer.from(JSON.stringify({ m: message.id, l: 0, u: "https://evil.example" }));
    for (const token of [
      `${body}.${signature.slice(0, -2)}xx`,
      `${other.toString("base64url")}.${signature}`,
      getToken(buildPixelUrl(message.id)).replace(".gif", ""),
      getToken(buildClickUrl(message.id, 99)),
      getToken(buildClickUrl(message.id, -1)),
      getToken(buildClickUrl("no-such-message", 0)),
    ]) {
      expect((await visit(follow, token)).headers.get("location")).toBe(HOME);
    }
    expect(await events()).toEqual([]);
  });

  it.each([
    ["HEAD", { "x-method": "HEAD" }],
    ["a prefetch", { "sec-purpose": "prefetch" }],
    ["a prefetch with the older header", { purpose: "prefetch" }],
    ["Firefox's prefetch", { "x-moz": "prefetch" }],
  ])("is not counted for %s, and still redirects", async (_, headers) => {
    const { headers: answered } = await visit(
      HEAD,
      getToken(buildClickUrl(message.id, 0)),
      headers,
    );
    expect(answered.get("location")).toBe(TARGET);
    await click();
    expect(await visitors(1)).toHaveLength(1);
  });

  it.each([
    ["a robot", { "user-agent": "Mozilla/5.0 (compatible; bingbot/2.0)" }],
    ["a mail scanner", { "user-agent": "Mozilla/5.0 Barracuda Sentinel (EE)" }],
    ["a script", { "user-agent": "python-requests/2.31" }],
    ["a client without a user agent", { "user-agent": "" }],
  ])("counts %s as a bot", async (_, headers) => {
    await click(0, headers);
    expect(await visitors(1)).toEqual(["SCANNER"]);
    expect((await reloadMessage()).firstClickAt).toBeNull();
  });

  it("counts a visit within seconds of the delivery as a bot, unless a person clicked", async () => {
    const fresh = await buildSentMessage(new Date());
    await click(0, {}, fresh);
    expect(await visitors(1, fresh)).toEqual(["SCANNER"]);
    await click(0, { "sec-fetch-user": "?1" }, fresh);
    expect(await visitors(2, fresh)).toEqual(["SCANNER", "HUMAN"]);
  });

  it("counts a client that follows the hidden link as a bot, with its visits shortly before", async () => {
    await click();
    expect(await visitors(1)).toEqual(["HUMAN"]);
    expect((await click(1)).headers.get("location")).toBe(HOME);
    expect(await visitors(2)).toEqual(["SCANNER", "SCANNER"]);
    expect(await reloadMessage()).toMatchObject({ firstClickAt: null, firstOpenAt: null });
    await click();
    expect(await visitors(3)).toEqual(["SCANNER", "SCANNER", "SCANNER"]);
  });

  it("redirects without counting for a client above the rate limit", async () => {
    const from = { "x-forwarded-for": "198.51.100.9" };
    await click(0, from);
    await visitors(1);
    await db.rateLimit.updateMany({ data: { count: 240 } });
    expect((await click(0, from)).headers.get("location")).toBe(TARGET);
    await click(0, { "x-forwarded-for": "198.51.100.10" });
    expect(await visitors(2)).toHaveLength(2);
  });

  it("stores at most two hundred visits of one message", async () => {
    const data = Array.from({ length: 199 }, () => ({
      messageId: message.id,
      kind: "CLICK" as const,
      visitor: "HUMAN" as const,
    }));
    await db.campaignEvent.createMany({ data });
    for (let visits = 0; visits < 3; visits++) await click();
    await vi.waitUntil(async () => (await reloadMessage()).firstClickAt !== null, 5_000);
    expect(await visitors(200)).toHaveLength(200);
  });
});

describe("The open-tracking pixel", () => {
  it("is an image, and counts an opening", async () => {
    const response = await open();
    expect(response.headers.get("content-type")).toBe("image/gif");
    expect(await visitors(1)).toEqual(["HUMAN"]);
    expect((await reloadMessage()).firstOpenAt).not.toBeNull();
  });

  it.each([
    ["Gmail's proxy, which loads the pixel when the mail is read", GMAIL, "PROXY", true],
    ["Apple's proxy, which preloads the pixel", "Mozilla/5.0", "PROXY", false],
    ["a robot", "curl/8.5", "SCANNER", false],
  ])("recognises %s", async (_, userAgent, visitor, isReading) => {
    await open({ "user-agent": userAgent });
    expect(await visitors(1)).toEqual([visitor]);
    expect((await reloadMessage()).firstOpenAt !== null).toBe(isReading);
  });
});

describe("The campaign report", () => {
  it("counts recipients and clicks by link without bots, and openings with and without bots", async () => {
    await click();
    await click();
    await click(0, { "user-agent": "curl/8.5" });
    await open({ "user-agent": "Mozilla/5.0" });
    await open();
    await visitors(5);
    const { report } = await getCampaign(message.campaignId);
    expect(report).toMatchObject({
      clicks: { unique: 1, total: 2 },
      opens: { unique: 1, total: 2 },
      links: [{ url: TARGET, unique: 1, total: 2 }],
    });
  });

  it("counts unsubscriptions after the campaign", async () => {
    const { subscriberId } = await reloadMessage();
    const response = await unsubscribe(
      new NextRequest(
        `${HOME}api/public/newsletter/unsubscribe?token=${encodeURIComponent(signSubscriberToken(subscriberId ?? ""))}`,
        { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) },
      ),
      { params: Promise.resolve({}) },
    );
    expect(response.status).toBe(200);
    const { report } = await getCampaign(message.campaignId);
    expect(report?.unsubscribed).toBe(1);
  });
});
