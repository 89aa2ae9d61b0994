import { db } from "../src/lib/db";
import { runCreateOwner } from "./create-owner-command";

const given = process.env.OWNER_PASSWORD || undefined;
const result = await runCreateOwner(process.argv.slice(2), given).finally(() => db.$disconnect());
if ("error" in result) {
  console.error(result.error);
  process.exitCode = 1;
} else console.log(result.output);
