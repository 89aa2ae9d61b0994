import "./steps/require-node.mjs";
import { nextEntry } from "./steps/build.mjs";
import { root } from "./steps/files.mjs";
import { runMain, treatStopAsSuccess } from "./steps/lifecycle.mjs";
import { prepare } from "./steps/prepare.mjs";
import { start } from "./steps/processes.mjs";

await runMain(async () => {
  const { port, secrets, variables } = await prepare("development");
  console.log(`\n  Admin: ${secrets.SEED_ADMIN_USERNAME} / ${secrets.SEED_ADMIN_PASSWORD}\n`);
  treatStopAsSuccess();
  const server = start(process.execPath, [nextEntry, "dev", "-p", String(port)], {
    cwd: root,
    env: { ...process.env, ...variables, NODE_ENV: "development" },
    stdio: "inherit",
    group: false,
  });
  const { code } = await server.exited;
  return code ?? 0;
});
