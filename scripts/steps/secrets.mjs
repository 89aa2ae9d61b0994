import { randomBytes, randomInt } from "node:crypto";
import path from "node:path";
import { readJson, writeJson } from "./files.mjs";

// Without characters that look alike, because the password is read from a console and typed.
const READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/**
 * Creates the secrets once and stores them, so that sessions and the admin's password survive a restart. The environment
 * takes precedence.
 * @param {string} dataDir
 * @param {Record<string, string | undefined>} [env]
 */
export function loadSecrets(dataDir, env = process.env) {
  const file = path.join(dataDir, "secrets.json");
  const stored = readJson(file) ?? {};
  const secrets = {
    SESSION_SECRET: env.SESSION_SECRET || stored.SESSION_SECRET || randomBytes(32).toString("hex"),
    CRON_SECRET: env.CRON_SECRET || stored.CRON_SECRET || randomBytes(32).toString("hex"),
    SEED_ADMIN_USERNAME: env.SEED_ADMIN_USERNAME || stored.SEED_ADMIN_USERNAME || "admin",
    SEED_ADMIN_EMAIL:
      env.SEED_ADMIN_EMAIL || stored.SEED_ADMIN_EMAIL || "admin@equipement-ouarzazate.ma",
    SEED_ADMIN_PASSWORD: env.SEED_ADMIN_PASSWORD || stored.SEED_ADMIN_PASSWORD || createPassword(),
  };
  if (JSON.stringify(secrets) !== JSON.stringify(stored)) writeJson(file, secrets);
  return { ...secrets, file };
}

function createPassword() {
  return Array.from({ length: 20 }, () => READABLE[randomInt(READABLE.length)])
    .join("")
    .replace(/(.{5})(?=.)/g, "$1-");
}
