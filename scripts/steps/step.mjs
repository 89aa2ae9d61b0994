const WIDTH = 22;

/** Prints one line for a step: its name while it runs, then its outcome and duration. */
export async function step(name, work) {
  const started = performance.now();
  const label = name.padEnd(WIDTH);
  const live = process.stdout.isTTY ? setInterval(show, 500) : undefined;
  show();
  try {
    const outcome = await work();
    finish("✓", outcome ?? "done");
    return outcome;
  } catch (error) {
    finish("✗", "failed");
    throw error;
  }

  function show() {
    if (process.stdout.isTTY)
      process.stdout.write(`\r\x1b[K  … ${label}${formatDuration(started)}`);
    else console.log(`  … ${name}`);
  }
  function finish(mark, outcome) {
    clearInterval(live);
    if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
    console.log(`  ${mark} ${label}${String(outcome).padEnd(44)} ${formatDuration(started)}`);
  }
}

export function formatDuration(started, now = performance.now()) {
  const seconds = (now - started) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
}
