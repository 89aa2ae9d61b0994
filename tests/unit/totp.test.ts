import { TOTP } from "otpauth";
import { describe, expect, it } from "vitest";
import {
  createTotp,
  findTotpStep,
  generateRecoveryCodes,
  normalizeRecoveryCode,
} from "@/lib/auth/totp";

const at = (step: number) => step * 30_000 + 5_000;
const app = (secret: string) => new TOTP({ secret, algorithm: "SHA1", digits: 6, period: 30 });

describe("The encrypted TOTP secret", () => {
  it("is decrypted to the original, and does not reveal it", () => {
    const { encryptedSecret, secret, uri } = createTotp("a@shop.test");
    expect(encryptedSecret).not.toContain(secret);
    expect(uri).toContain(`secret=${secret}`);
    expect(uri).toContain("issuer=Equipement%20Ouarzazate");
    const code = app(secret).generate({ timestamp: at(100) });
    expect(findTotpStep(encryptedSecret, code, at(100))).toBe(100);
  });

  it("is encrypted differently each time", () => {
    expect(createTotp("a").encryptedSecret).not.toBe(createTotp("a").encryptedSecret);
  });

  it("accepts no code when it was tampered with, truncated, or malformed", () => {
    const { encryptedSecret, secret } = createTotp("a@shop.test");
    const code = app(secret).generate({ timestamp: at(100) });
    const [iv = "", tag = "", body = ""] = encryptedSecret.split(".");
    const flipped = `${body[0] === "A" ? "B" : "A"}${body.slice(1)}`;
    for (const broken of [
      `${iv}.${tag}.${flipped}`,
      `${iv}.${tag.slice(0, 6)}.${body}`,
      `${iv}.${tag}`,
      "",
      "rubbish",
      secret,
    ])
      expect([broken, findTotpStep(broken, code, at(100))]).toEqual([broken, null]);
  });
});

describe("A TOTP code", () => {
  it("is valid in its own half minute and in the two next to it", () => {
    const { encryptedSecret, secret } = createTotp("a@shop.test");
    const code = app(secret).generate({ timestamp: at(100) });
    const steps = [98, 99, 100, 101, 102].map((now) =>
      findTotpStep(encryptedSecret, code, at(now)),
    );
    expect(steps).toEqual([null, 100, 100, 100, null]);
  });
});

describe("Recovery codes", () => {
  it("are ten different ones, without letters that look alike", () => {
    const codes = generateRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(codes.join("")).not.toMatch(/[01OIL]/);
  });

  it("are accepted in any spelling", () => {
    expect(normalizeRecoveryCode(" k7qm x2pa-9trc ")).toBe(normalizeRecoveryCode("K7QM-X2PA-9TRC"));
  });
});
