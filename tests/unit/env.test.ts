import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Environment, parseEnvironment } from "@/lib/env";

const COMPLETE = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://user:password@host/shop",
  SESSION_SECRET: "s".repeat(32),
  CRON_SECRET: "c".repeat(32),
  NEXT_PUBLIC_APP_URL: "https://shop.test",
};

describe("The environment", () => {
  it("has every variable of .env.example", () => {
    const listed = readFileSync(".env.example", "utf8").matchAll(/^([A-Z][A-Z_]*)=/gm);
    expect([...listed].map(([, name]) => name).toSorted()).toEqual(
      Object.keys(Environment.shape).toSorted(),
    );
  });

  it("is complete with four variables in production", () => {
    expect(parseEnvironment(COMPLETE)).toMatchObject({ TRUSTED_PROXIES: 0, DATA_DIR: ".data" });
  });

  it.each(["DATABASE_URL", "SESSION_SECRET", "CRON_SECRET", "NEXT_PUBLIC_APP_URL"])(
    "names %s when it is missing or empty",
    (name) => {
      const without = { ...COMPLETE, [name]: undefined };
      expect(() => parseEnvironment(without)).toThrow(new RegExp(`${name}: missing`));
      expect(() => parseEnvironment({ ...COMPLETE, [name]: "" })).toThrow(name);
    },
  );

  it.each([
    ["DATABASE_URL", "mysql://host/shop"],
    ["SESSION_SECRET", "short"],
    ["NEXT_PUBLIC_APP_URL", "shop.test"],
    ["TRUSTED_PROXIES", "-1"],
    ["ADMIN_EMAIL", "nobody"],
    ["RESEND_API_KEY", "key"],
    ["UPSTASH_REDIS_REST_URL", "https://redis.test"],
    ["MEILISEARCH_HOST", "https://search.test"],
    ["MEILISEARCH_API_KEY", "a-key"],
  ])("rejects %s=%s", (name, value) => {
    expect(() => parseEnvironment({ ...COMPLETE, [name]: value })).toThrow(name.slice(0, 7));
  });

  it("reveals no secret in its error messages", () => {
    const secret = "not-a-postgres-url-with-password";
    try {
      parseEnvironment({ ...COMPLETE, DATABASE_URL: secret });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain(secret);
    }
  });
});
