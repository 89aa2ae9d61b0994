import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { SearchServerStatus } from "@/domain/search/meilisearch/schema";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));
afterAll(() => vi.doUnmock("next/navigation"));

const READY: SearchServerStatus = {
  isReachable: true,
  isReady: true,
  documents: 1_200,
  waiting: 0,
  rebuild: null,
  isRebuildRequested: false,
  succeededAt: new Date("2026-11-30T08:00:00Z"),
  failedAt: null,
  error: null,
};

const render = async (change: Partial<SearchServerStatus>, mayWrite = true) => {
  const { SearchServer } = await import("@/app/admin/(signed-in)/search/_server/search-server");
  const status = { ...READY, ...change };
  const markup = renderToStaticMarkup(<SearchServer status={status} mayWrite={mayWrite} />);
  return markup.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
};

describe("The state of the search server", () => {
  it("says that all is well, and offers a rebuild to those who may start one", async () => {
    const text = await render({});
    expect(text).toContain("Répond 1 200 produits dans l&#x27;index. Tout est à jour.");
    expect(text).toContain("Réindexer");
    expect(await render({}, false)).not.toContain("Réindexer");
  });

  it("says how many changes wait, how far a rebuild is, and what failed", async () => {
    const rebuild = { done: 400, total: 1_200 };
    expect(await render({ waiting: 1, rebuild })).toMatch(
      /1 modification attend d&#x27;y entrer\..*Reconstruction en cours : 400 sur 1 200 produits\./,
    );
    const failure = { documents: null, waiting: 12, failedAt: new Date(), error: "no space left" };
    const failed = await render({ ...failure, isReachable: false });
    expect(failed).toContain("Ne répond pas : la boutique cherche elle-même");
    expect(failed).toMatch(/12 modifications attendent d&#x27;y entrer\..*no space left/);
    expect(await render({ isReady: false })).toContain("Se prépare");
  });
});
