import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { runCreateOwner } from "../../scripts/create-owner-command";
import { attemptSignIn } from "../support/sign-in";

async function runScript(args: string[]) {
  const all = ["--conditions=react-server", "--import", "tsx", "scripts/create-owner.ts", ...args];
  const options = { env: { ...process.env, NODE_ENV: "development" as const } };
  return promisify(execFile)(process.execPath, all, options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code: code as number, stdout, stderr }),
  );
}

describe("npm run create-owner", { timeout: 60_000 }, () => {
  it("creates an owner who can sign in with the printed password, once", async () => {
    const args = ["--username", "Brahim", "--email", "Brahim@shop.test"];
    const { code, stdout } = await runScript(args);
    expect(code).toBe(0);
    const password = /^Password: (\S{16,})$/m.exec(stdout)?.[1] ?? "";
    const { status, body } = await attemptSignIn({ username: "brahim@shop.test", password });
    expect([status, body?.data.user.role]).toEqual([200, "SUPER_ADMIN"]);
    const again = await runScript(args);
    expect([again.code, again.stderr]).toEqual([
      1,
      "This name or this address already has an account.\n",
    ]);
    expect(await db.user.count()).toBe(1);
  });

  it("takes the password from the environment, and prints it nowhere", async () => {
    const password = "un-mot-de-passe-donne";
    const args = ["--username", "aicha", "--email", "aicha@shop.test"];
    const result = await runCreateOwner(args, password);
    expect(result).toEqual({ output: "Owner aicha can sign in at /admin/login." });
    expect((await attemptSignIn({ username: "aicha", password })).status).toBe(200);
  });

  it("reports invalid input, and creates no owner", async () => {
    const before = await db.user.count();
    for (const args of [
      [],
      ["--username", "x", "--email", "a@shop.test"],
      ["--username", "abc", "--email", "none"],
      ["--unknown"],
    ]) {
      const usage = expect.stringContaining("npm run create-owner -- --username");
      expect(await runCreateOwner(args, undefined)).toEqual({ error: usage });
    }
    const short = ["--username", "abc", "--email", "a@shop.test"];
    const named = expect.stringContaining("OWNER_PASSWORD");
    expect(await runCreateOwner(short, "court")).toEqual({ error: named });
    expect(await db.user.count()).toBe(before);
  });
});
