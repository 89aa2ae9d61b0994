import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { signToken, verifyToken } from "@/lib/auth/signed-token";
import { sessionSecret } from "@/lib/env";

afterEach(() => {
  vi.useRealTimers();
});

const signed = (body: string, purpose = "preview") =>
  `${body}.${createHmac("sha256", sessionSecret()).update(`${purpose}:${body}`).digest("base64url")}`;
const encoded = (text: string) => Buffer.from(text).toString("base64url");

describe("A signed token", () => {
  it("returns its content until it expires", () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const token = signToken("preview", { productId: "p" }, 60);
    expect(verifyToken("preview", token)).toEqual({ productId: "p" });
    vi.setSystemTime(1_000_000 + 59_000);
    expect(verifyToken("preview", token)).toEqual({ productId: "p" });
    vi.setSystemTime(1_000_000 + 60_000);
    expect(verifyToken("preview", token)).toBeNull();
  });

  it("is rejected when it was signed for another purpose, changed, or truncated", () => {
    const token = signToken("preview", { productId: "p" }, 60);
    const [body = "", signature = ""] = token.split(".");
    const other = encoded(JSON.stringify({ productId: "q", expiresAt: 9e9 }));
    expect(verifyToken("second-factor", token)).toBeNull();
    for (const forged of [
      `${other}.${signature}`,
      `${body}.${signature.slice(0, -1)}`,
      `${body}.${signature}A`,
      `${body}.${signature}.x`,
      `${body}.`,
      `.${signature}`,
      body,
    ])
      expect([forged, verifyToken("preview", forged)]).toEqual([forged, null]);
  });

  it.each([
    ["nothing", undefined],
    ["an empty text", ""],
    ["dots", "..."],
    ["malformed base64", "\0\u{1F600}.é"],
    ["signed content that is not JSON", signed(encoded("{"))],
    ["signed content that is not base64", signed("%%%")],
    ["signed null", signed(encoded("null"))],
    ["a signed number", signed(encoded("5"))],
    ["signed content without an expiry", signed(encoded('{"a":1}'))],
    ["signed content with an expiry as text", signed(encoded('{"expiresAt":"9e9"}'))],
  ])("is null for %s, and never throws", (_, token) => {
    expect(verifyToken("preview", token)).toBeNull();
  });
});
