import { db } from "../src/lib/db";

/** Computes all listing rows again, in one transaction without a time limit. */
const rows = await db
  .$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
      return tx.$queryRaw<{ changed: number }[]>`SELECT shop_rebuild_listing() AS "changed"`;
    },
    { timeout: 24 * 60 * 60_000 },
  )
  .finally(() => db.$disconnect());
console.log(`${rows[0]?.changed ?? 0} listing rows were not as their product says.`);
