/** Runs once, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { guardServer } = await import("./lib/http/server-edge");
  guardServer({ keepsPages: process.env.NODE_ENV === "production" && !process.env.VERCEL });
}
