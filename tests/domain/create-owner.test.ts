import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { attemptSignIn } from "../support/sign-in";

async function run(args: string[], env: Record<string, string> = {}) {
  const all = ["--conditions=react-server", "--import", "tsx", "scripts/create-owner.ts", ...args];
  const options = { env: { ...process.env, NODE_ENV: "development" as const, ...env } };
  return promisify(execFile)(process.execPath, all, options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code: code as number, stdout, stderr }),
  );
}

describe("npm run create-owner", { timeout: 60_000 }, () => {
  it("creates an owner who can sign in with the printed password, once", async () => {
    const args = ["--username", "Brahim", "--email", "Brahim@shop.test"];
    const { code, stdout } = await run(args);
    expect(code).toBe(0);
    const password = /^Password: (\S{16,})$/m.exec(stdout)?.[1] ?? "";
    const { status, body } = await attemptSignIn({ username: "brahim@shop.test", password });
    expect([status, body?.data.user.role]).toEqual([200, "SUPER_ADMIN"]);
    const again = await run(args);
    expect([again.code, again.stderr]).toEqual([
      1,
      "This name or this address already has an account.\n",
    ]);
    expect(await db.user.count()).toBe(1);
  });

  it("reads the password from the environment, and prints it nowhere", async () => {
    const OWNER_PASSWORD = "un-mot-de-passe-donne";
    const args = ["--username", "aicha", "--email", "aicha@shop.test"];
    const { code, stdout, stderr } = await run(args, { OWNER_PASSWORD });
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(OWNER_PASSWORD);
    expect((await attemptSignIn({ username: "aicha", password: OWNER_PASSWORD })).status).toBe(200);
  });

  it("reports invalid input, and creates no owner", async () => {
    const before = await db.user.count();
    for (const args of [
      [],
      ["--username", "x", "--email", "a@shop.test"],
      ["--username", "abc", "--email", "none"],
      ["--unknown"],
    ]) {
      const { code, stderr } = await run(args);
      expect(code).toBe(1);
      expect(stderr).toContain("npm run create-owner -- --username");
    }
    const short = ["--username", "abc", "--email", "a@shop.test"];
    expect((await run(short, { OWNER_PASSWORD: "court" })).stderr).toContain("OWNER_PASSWORD");
    expect(await db.user.count()).toBe(before);
  });
});
