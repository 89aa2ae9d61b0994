import "server-only";
import { after } from "next/server";
import { log } from "@/lib/log";

/** Runs work after the response is sent, or at once outside of a request (tests). Failures are logged. */
export function afterResponse(work: () => Promise<unknown>): void {
  const workWithLog = () =>
    work().catch((err: unknown) => log.error({ err }, "work after the response failed"));
  try {
    after(workWithLog);
  } catch {
    void workWithLog();
  }
}
