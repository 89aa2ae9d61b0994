import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  FORM_WORDING,
  getWording,
  IMPORT_WORDING,
  WORDING_VERSIONS,
} from "@/domain/newsletter/subscription/wordings";

/** Add a line for each new version, and never change one: the ledger records consent to these exact words. */
const FINGERPRINTS: Record<string, string> = {
  "newsletter-1": "0d18d2383bf8dd87",
  "import-1": "dc2c3873c6740a2e",
};

const fingerprint = (version: (typeof WORDING_VERSIONS)[number]) =>
  createHash("sha256")
    .update(`${getWording(version, "fr")}\n${getWording(version, "ar")}`)
    .digest("hex")
    .slice(0, 16);

describe("The consent wordings", () => {
  it("are unchanged: a new text needs a new version", () => {
    const now = Object.fromEntries(
      WORDING_VERSIONS.map((version) => [version, fingerprint(version)]),
    );
    expect(now).toEqual(FINGERPRINTS);
  });

  it("exist for the current forms", () => {
    expect(WORDING_VERSIONS).toEqual(expect.arrayContaining([FORM_WORDING, IMPORT_WORDING]));
  });
});
