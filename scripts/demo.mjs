import "./steps/require-node.mjs";
import path from "node:path";
import { buildWhenStale, claimBuild } from "./steps/build.mjs";
import { CliError } from "./steps/cli-error.mjs";
import { runMain, treatStopAsSuccess } from "./steps/lifecycle.mjs";
import { startServer } from "./steps/next-server.mjs";
import { prepare } from "./steps/prepare.mjs";
import { formatDuration, step } from "./steps/step.mjs";

await runMain(async () => {
  const started = performance.now();
  console.log("\nÉquipement Ouarzazate\n");
  const { port, dataDir, secrets, variables, content } = await prepare("production");
  claimBuild("npm run demo");
  await step("Production build", () => buildWhenStale(variables, content));
  const log = path.join(dataDir, "server.log");
  let server;
  await step("Server", async () => {
    server = await startServer(port, variables, log);
    return "ready";
  });
  treatStopAsSuccess();
  printAccess({ port, secrets, log, took: formatDuration(started) });
  const { code, by } = await server.exited;
  throw new CliError(
    `The server ended by itself (${by ?? code}). The end of its output is in ${log}.`,
  );
});

function printAccess({ port, secrets, log, took }) {
  const address = `http://localhost:${port}`;
  const lines = [
    ["Shop", `${address}   (Arabic: ${address}/ar)`],
    ["Admin", `${address}/admin`],
    ["Username", `${secrets.SEED_ADMIN_USERNAME}   (${secrets.SEED_ADMIN_EMAIL})`],
    ["Password", `${secrets.SEED_ADMIN_PASSWORD}   (unless you have changed it there)`],
    ["Kept in", secrets.file],
    ["Log", log],
  ];
  console.log(`\nReady after ${took}.\n`);
  for (const [name, value] of lines) console.log(`  ${name.padEnd(10)}${value}`);
  console.log("\nCtrl-C stops everything and keeps the data.");
}
