import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";

/** Runs what the caller need not wait for once the response is sent. Where there is no response (tests), at once. */
export function afterResponse(work: () => Promise<unknown>): void {
  const guarded = () =>
    work().catch((err: unknown) => log.error({ err }, "work after the response failed"));
  try {
    after(guarded);
  } catch {
    void guarded();
  }
}
