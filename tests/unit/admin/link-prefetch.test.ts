import { describe, expect, it } from "vitest";
import { SOURCES } from "../../support/sources";

describe("A link of the admin", () => {
  it("says whether it prefetches its page: by default a list would render the pages of all of its rows", () => {
    const links = SOURCES.filter(({ file }) => file.startsWith("src/app/admin/")).flatMap(
      ({ file, text }) =>
        [...text.matchAll(/<Link\b(?:[^>]|=>)*>/g)].map(([tag]) => ({ file, tag })),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ tag }) => !tag.includes("prefetch="))).toEqual([]);
  });
});
