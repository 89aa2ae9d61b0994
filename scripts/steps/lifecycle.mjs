import { CliError, explainFailure } from "./cli-error.mjs";
import { getCommandLine, getParentPid } from "./process-table.mjs";

const cleanups = [];
let exiting;
let exitCode = 130;

/** Registers a cleanup for the end of the command, whatever ends it. The last one registered runs first. */
export function onExit(cleanup) {
  cleanups.push(cleanup);
}

export function isExiting() {
  return exiting !== undefined;
}

/** From here on a stop signal is the normal end: the exit code is 0. */
export function treatStopAsSuccess() {
  exitCode = 0;
}

function exit(code) {
  exiting ??= cleanUp().then(
    () => process.exit(code),
    () => process.exit(code || 1),
  );
  return exiting;
}

/** Runs a command's main function, then exits the process; never resolves. */
export async function runMain(main) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stopOnSignal);
  process.on("uncaughtException", exitWithError);
  process.on("unhandledRejection", exitWithError);
  exitWhenNpmExits();
  try {
    await exit((await main()) ?? 0);
  } catch (error) {
    await exitWithError(error);
  }
}

function stopOnSignal() {
  if (exiting) return;
  console.log("\nStopping…");
  void exit(exitCode);
}

/** npm killed by SIGKILL forwards no signal, so this watches whether npm, or the shell in between, is still the parent. */
function exitWhenNpmExits() {
  if (!process.env.npm_lifecycle_event) return;
  const parents = listAncestors();
  setInterval(() => {
    if (listAncestors().some((pid, i) => pid !== parents[i])) void exit(1);
  }, 1000).unref();
}

function listAncestors() {
  const isShell = /-c\0node (--import tsx )?scripts\//.test(getCommandLine(process.ppid));
  return isShell ? [process.ppid, getParentPid(process.ppid)] : [process.ppid];
}

function exitWithError(error) {
  if (exiting) return exiting;
  const known =
    error instanceof CliError ? error.message : explainFailure(String(error?.message ?? error));
  console.error(known ? `\n${known}` : error);
  return exit(1);
}

async function cleanUp() {
  while (cleanups.length > 0) {
    try {
      await cleanups.pop()();
    } catch (error) {
      console.error(`While stopping: ${error.message}`);
    }
  }
}
