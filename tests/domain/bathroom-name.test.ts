import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildCategory } from "../support/build";

const MIGRATION = "prisma/migrations/20261129170000_bathroom_name/migration.sql";

async function getNameAfterMigration(values: { slug: string; name: string; version?: number }) {
  const { id } = await buildCategory(values);
  await db.$executeRawUnsafe(readFileSync(MIGRATION, "utf8"));
  const { name } = await db.category.findUniqueOrThrow({ where: { id } });
  await db.category.delete({ where: { id } });
  return name;
}

it("spells out the category's name and leaves its slug unchanged", async () => {
  expect(await getNameAfterMigration({ slug: "meubles-sdb", name: "Meubles SDB" })).toBe(
    "Salle de bains",
  );
});

it("leaves edited names and other categories unchanged", async () => {
  const edited = { slug: "meubles-sdb", name: "Meubles SDB", version: 2 };
  expect(await getNameAfterMigration(edited)).toBe("Meubles SDB");
  expect(await getNameAfterMigration({ slug: "meubles-sdb", name: "Bains" })).toBe("Bains");
  expect(await getNameAfterMigration({ slug: "autres", name: "Meubles SDB" })).toBe("Meubles SDB");
});
