import { readFile } from "node:fs/promises";
import { InvalidRowsError, importCatalogue } from "../scripts/migrate-static-to-db";
import { categories } from "../src/data/categories";
import { getImagePath } from "../src/data/images";
import { products } from "../src/data/products";
import { storeImage } from "../src/domain/media/commands";
import { createOwner } from "../src/domain/staff/users/owner-commands";
import { db } from "../src/lib/db";

await main().finally(() => db.$disconnect());

async function main() {
  try {
    const report = await importCatalogue({ categories, products }, (done, of) => {
      if (done % 25 === 0 || done === of) console.log(`images: ${done} of ${of}`);
    });
    console.log(
      `catalogue: ${report.created} created, ${report.updated} updated, ${report.edited} left as staff edited them`,
    );
  } catch (error) {
    if (!(error instanceof InvalidRowsError)) throw error;
    console.error(`Nothing was imported. Correct these rows:\n${error.message}`);
    process.exitCode = 1;
    return;
  }
  await seedHeroImage();
  await seedFirstOwner();
}

/** Sets the hero image unless staff have chosen one. */
async function seedHeroImage() {
  const { url } = await storeImage(await readFile(getImagePath("categorie-hero")));
  await db.setting.upsert({
    where: { key: "heroUrl" },
    create: { key: "heroUrl", value: url },
    update: {},
  });
}

/** Creates the first owner. One who is there keeps the password they have. */
async function seedFirstOwner() {
  const username = (process.env.SEED_ADMIN_USERNAME || "admin").toLowerCase();
  const email = (process.env.SEED_ADMIN_EMAIL || "equipementouarzazate@gmail.com").toLowerCase();
  const given = process.env.SEED_ADMIN_PASSWORD;
  const password = await createOwner({ username, email, password: given });
  if (password && !given) console.log(`first owner: ${username}, password ${password}`);
}
