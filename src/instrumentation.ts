/** Runs once, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { appendSocketAddress } = await import("./lib/http/socket-address");
  appendSocketAddress();
}
