import { randomBytes, randomInt } from "node:crypto";
import path from "node:path";
import { readJson, writeJson } from "./files.mjs";

// Without letters and digits that look alike: the password is read from a console and typed.
const READABLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Made once and kept, so that sessions and the administrator's password outlive a restart. The environment rules. */
export function loadSecrets(dataDir, env = process.env) {
  const file = path.join(dataDir, "secrets.json");
  const kept = readJson(file) ?? {};
  const secrets = {
    SESSION_SECRET: env.SESSION_SECRET || kept.SESSION_SECRET || randomBytes(32).toString("hex"),
    CRON_SECRET: env.CRON_SECRET || kept.CRON_SECRET || randomBytes(32).toString("hex"),
    SEED_ADMIN_USERNAME: env.SEED_ADMIN_USERNAME || kept.SEED_ADMIN_USERNAME || "admin",
    SEED_ADMIN_EMAIL:
      env.SEED_ADMIN_EMAIL || kept.SEED_ADMIN_EMAIL || "admin@equipement-ouarzazate.ma",
    SEED_ADMIN_PASSWORD: env.SEED_ADMIN_PASSWORD || kept.SEED_ADMIN_PASSWORD || readablePassword(),
  };
  if (JSON.stringify(secrets) !== JSON.stringify(kept)) writeJson(file, secrets);
  return { ...secrets, file };
}

function readablePassword() {
  return Array.from({ length: 20 }, () => READABLE[randomInt(READABLE.length)])
    .join("")
    .replace(/(.{5})(?=.)/g, "$1-");
}
