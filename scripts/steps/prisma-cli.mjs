import fs from "node:fs";
import path from "node:path";
import { CliError, explainFailure } from "./cli-error.mjs";
import { inRoot, lastLines, root } from "./files.mjs";
import { run } from "./processes.mjs";

export const prismaEntry = inRoot("node_modules", "prisma", "build", "index.js");

/** Variables for a child that runs Prisma: no telemetry, and the WebAssembly engine when the native one is not installed. */
export function prismaVariables() {
  return {
    // The seed command uses an installed binary, also when npm did not start this script.
    PATH: [inRoot("node_modules", ".bin"), process.env.PATH].join(path.delimiter),
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    ...(hasNativeEngine()
      ? {}
      : { PRISMA_SCHEMA_ENGINE_BINARY: inRoot("scripts", "prisma-schema-engine.mjs") }),
  };
}

export async function runPrisma(args, variables) {
  const env = { ...process.env, ...prismaVariables(), ...variables };
  const { code, output } = await run(process.execPath, [prismaEntry, ...args], { cwd: root, env });
  if (code === 0) return;
  const advice =
    explainFailure(output) ??
    "Mend what the lines above say and run the command again; nothing is lost.";
  throw new CliError(`${lastLines(output)}\n\nprisma ${args.join(" ")} failed. ${advice}`);
}

function hasNativeEngine() {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY) return true;
  const folder = inRoot("node_modules", "@prisma", "engines");
  return (
    fs.existsSync(folder) &&
    fs.readdirSync(folder).some((name) => name.startsWith("schema-engine-"))
  );
}
