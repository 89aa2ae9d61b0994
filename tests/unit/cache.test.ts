import { afterAll, describe, expect, it, vi } from "vitest";
import { cached } from "@/lib/cache/cache";
import { AppError } from "@/lib/errors";

/** Imitates Next with an expired entry: it returns the old value when the read throws. */
vi.mock("next/cache", () => ({
  unstable_cache: (read: () => Promise<unknown>) => {
    let kept: string | undefined;
    return async () => {
      if (kept === undefined) {
        const first = await read();
        kept = JSON.stringify(first);
        return first;
      }
      kept = await read().then(JSON.stringify, () => kept);
      return JSON.parse(kept as string);
    };
  },
  revalidateTag: () => undefined,
}));
afterAll(() => vi.doUnmock("next/cache"));

describe("A cached read", () => {
  it.each(["NOT_FOUND", "GONE"] as const)("replaces its cached value by %s", async (code) => {
    const responses = [Promise.resolve({ slug: "a" }), Promise.reject(new AppError(code))];
    const read = cached("catalogue", "test", () => responses.shift() ?? Promise.resolve(null));
    expect(await read()).toEqual({ slug: "a" });
    await expect(read()).rejects.toMatchObject({ code });
  });

  it("returns the cached value while the database is down", async () => {
    const responses = [Promise.resolve(["a"]), Promise.reject(new AppError("SERVICE_UNAVAILABLE"))];
    const read = cached("catalogue", "test", () => responses.shift() ?? Promise.resolve([]));
    expect([await read(), await read()]).toEqual([["a"], ["a"]]);
  });

  it("throws any error of the first read", async () => {
    for (const code of ["NOT_FOUND", "SERVICE_UNAVAILABLE"] as const) {
      const read = cached("settings", "test", () => Promise.reject(new AppError(code)));
      await expect(read()).rejects.toMatchObject({ code });
    }
  });
});
