import fs from "node:fs";
import path from "node:path";
import { databaseIdentity } from "./database.mjs";
import { fingerprint, inRoot, readJson, writeJson } from "./files.mjs";
import { runPrisma } from "./prisma-cli.mjs";

const SOURCES = ["prisma/seed.ts", "src/data", "src/domain/media"];
const CLIENT = ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"];

export async function generateClient(variables) {
  const stampFile = inRoot("src", "generated", "stamp.json");
  const stamp = fingerprint(CLIENT);
  if (readJson(stampFile)?.stamp === stamp && fs.existsSync(inRoot("src", "generated", "prisma"))) {
    return "up to date";
  }
  await runPrisma(["generate"], variables);
  writeJson(stampFile, { stamp });
  return "generated";
}

/** Seeds when the catalogue or the database has changed. The stamp is written last, so that a failed seed runs again. */
export async function seed(database, variables) {
  const stampFile = path.join(variables.DATA_DIR, "seeded.json");
  const media = path.join(variables.DATA_DIR, "media");
  const stamp = await seedStamp(database, variables);
  const last = readJson(stampFile);
  if (last?.stamp === stamp && (!last.media || fs.existsSync(media))) return "up to date";
  await runPrisma(["db", "seed"], variables);
  writeJson(stampFile, { stamp, media: fs.existsSync(media) });
  return "imported";
}

export async function seedStamp(database, variables) {
  const { SEED_ADMIN_USERNAME, SEED_ADMIN_EMAIL, SEED_ADMIN_PASSWORD } = variables;
  const scripts = fs.readdirSync(inRoot("scripts")).filter((name) => name.endsWith(".ts"));
  return fingerprint(
    [...SOURCES, ...scripts.sort().map((name) => `scripts/${name}`)],
    [
      await databaseIdentity(database.url),
      SEED_ADMIN_USERNAME,
      SEED_ADMIN_EMAIL,
      SEED_ADMIN_PASSWORD,
    ],
  );
}
