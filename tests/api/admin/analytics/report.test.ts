import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as EXPORT } from "@/app/api/admin/analytics/export/route";
import { GET } from "@/app/api/admin/analytics/route";
import type { AnalyticsReport } from "@/domain/analytics/report/schema";
import { storeFixture } from "../../../support/analytics-fixture";
import { call } from "../../../support/call";
import { buildStaff } from "../../../support/staff";

let as: Awaited<ReturnType<typeof buildStaff>>;
beforeAll(async () => {
  as = await buildStaff("VIEWER");
  await storeFixture();
});

const PERIOD = "period=custom&from=2026-11-11&to=2026-11-20";

async function read(query: string): Promise<AnalyticsReport> {
  const { status, body } = await call(GET, { as, query });
  expect(status).toBe(200);
  return body?.data;
}

describe("The figures", () => {
  it("compare a period with the one before, with the one a year before, or with none", async () => {
    const before = await read(PERIOD);
    expect(before.period.compared).toEqual({ first: "2026-11-01", last: "2026-11-10" });
    expect(before.figures.visitors).toEqual({ current: 51, compared: 60 });
    const lastYear = await read(`${PERIOD}&compare=year`);
    expect(lastYear.period.compared).toEqual({ first: "2025-11-11", last: "2025-11-20" });
    expect(lastYear.figures.visitors).toEqual({ current: 51, compared: 0 });
    const alone = await read(`${PERIOD}&compare=none`);
    expect(alone.period.compared).toBeNull();
    expect(alone.figures.visitors).toEqual({ current: 51, compared: null });
  });

  it("count only visits that match every filter of the address", async () => {
    const { figures } = await read(`${PERIOD}&town=Zagora&device=phone`);
    expect(figures.visitors).toEqual({ current: 10, compared: 5 });
  });

  it("name products and campaigns, and have no name for a deleted product", async () => {
    const { top } = await read("period=custom&from=2026-11-01&to=2026-11-24");
    const products = top.find(({ card }) => card === "products")?.rows ?? [];
    expect(products.find(({ value }) => value === "p-zellige")?.label).toBe("Zellige vert");
    expect(products.find(({ value }) => value === "p-retire")?.label).toBeNull();
    const campaigns = top.find(({ card }) => card === "campaigns")?.rows ?? [];
    expect(campaigns.find(({ value }) => value === "cmp-promo")?.label).toBe(
      "Promotion de novembre",
    );
  });

  it("say that a filter does not reach further back than the events are kept", async () => {
    const old = "period=custom&from=2026-01-01&to=2026-11-30";
    expect((await read(old)).period.isCutOff).toBe(false);
    expect((await read(`${old}&device=phone`)).period.isCutOff).toBe(true);
  });

  it.each([
    "period=8",
    "period=constructor",
    "compare=__proto__",
    "device=fridge",
    "event=toString",
    "page=/admin",
    "from=2026-13-01",
    "to=0001-01-01",
    "source=%00",
    "town=",
    `campaign=${"x".repeat(201)}`,
    "returning=1",
  ])("reject %s", async (query) => {
    expect((await call(GET, { as, query })).status).toBe(400);
  });

  it.each(['\'; DROP TABLE "Lead";--', "%", "constructor", "👷🏽", "زليج", "<b>"])(
    "accept the free value %s and find nothing",
    async (value) => {
      const query = `${PERIOD}&source=${encodeURIComponent(value)}&product=${encodeURIComponent(value)}`;
      expect((await read(query)).figures.visitors.current).toBe(0);
    },
  );
});

describe("The file of a card", () => {
  const download = async (query: string) => {
    const response = await EXPORT(...toRequest(query));
    return { status: response.status, text: await response.text() };
  };
  const toRequest = (query: string) => buildGet(`/api/admin/analytics/export?${query}`);

  it("holds the rows of the list with names, for the same filter", async () => {
    const { text } = await download(`${PERIOD}&card=products&category=c-sanitaire`);
    const [header, ...rows] = text.trim().split("\r\n");
    expect(header).toBe("Nom;Valeur;Nombre;Avant;Demandes");
    const { top } = await read(`${PERIOD}&category=c-sanitaire`);
    const listed = top.find(({ card }) => card === "products")?.rows ?? [];
    expect(rows).toEqual(
      listed.map(({ label, value, count, compared, requests }) =>
        [label ?? value, value, count, compared, requests].join(";"),
      ),
    );
    expect(rows.length).toBeGreaterThan(2);
  });

  it("holds the days of the chart", async () => {
    const { text } = await download(`${PERIOD}&card=series`);
    expect(text.trim().split("\r\n")).toHaveLength(11);
  });

  it("is refused for an unknown card", async () => {
    expect((await download(`${PERIOD}&card=constructor`)).status).toBe(400);
  });

  function buildGet(path: string) {
    return [
      new NextRequest(`http://shop.test${path}`, {
        headers: { host: "shop.test", "sec-fetch-site": "same-origin", cookie: as.cookie },
      }),
      { params: Promise.resolve({}) },
    ] as const;
  }
});
