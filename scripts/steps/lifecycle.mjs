import { explain, Problem } from "./problem.mjs";
import { commandLineOf, parentOf } from "./process-table.mjs";

const cleanups = [];
let ending;
let exitCode = 130;

/** Runs when the command ends, whatever ended it; the last one added runs first. */
export function atEnd(cleanup) {
  cleanups.push(cleanup);
}

export function isEnding() {
  return ending !== undefined;
}

/** From here on, being asked to stop is the normal way to end. */
export function stopIsSuccess() {
  exitCode = 0;
}

function end(code) {
  ending ??= cleanUp().then(
    () => process.exit(code),
    () => process.exit(code || 1),
  );
  return ending;
}

/** Runs a command's main function; resolves never, the process exits. */
export async function runMain(main) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stopOnSignal);
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  endWithNpm();
  try {
    await end((await main()) ?? 0);
  } catch (error) {
    await fail(error);
  }
}

function stopOnSignal() {
  if (ending) return;
  console.log("\nStopping…");
  void end(exitCode);
}

/** npm killed with -9 passes nothing on, so the scripts that it started, mostly through a shell, watch for it themselves. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parents = ancestors();
  setInterval(() => {
    if (ancestors().some((pid, i) => pid !== parents[i])) void end(1);
  }, 1000).unref();
}

function ancestors() {
  const isShell = commandLineOf(process.ppid).includes("-c\0node scripts/");
  return isShell ? [process.ppid, parentOf(process.ppid)] : [process.ppid];
}

function fail(error) {
  if (ending) return ending;
  const known = error instanceof Problem ? error.message : explain(String(error?.message ?? error));
  console.error(known ? `\n${known}` : error);
  return end(1);
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
