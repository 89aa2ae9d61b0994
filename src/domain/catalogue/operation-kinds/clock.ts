import "server-only";
import { notifyInvalidation, startCacheEpoch } from "@/lib/cache/epoch";
import { log } from "@/lib/log";
import type { UploadImage } from "../import/image-commands";
import { runProductOperations } from "./kinds";

const INTERVAL_MS = 5_000;

/** Applies the operations that are due, and those that a stopped process left, every few seconds. */
export function startOperationClock(uploadImage: UploadImage): void {
  let isDatabaseAway = false;
  const run = async () => {
    let hasMore = false;
    try {
      ({ hasMore } = await runProductOperations({ onChange: dropCaches, uploadImage }));
      isDatabaseAway = false;
    } catch (error) {
      if (!isDatabaseAway) log.warn({ err: String(error) }, "product operations cannot be applied");
      isDatabaseAway = true;
    }
    setTimeout(run, hasMore ? 0 : INTERVAL_MS).unref();
  };
  void run();
}

/** `revalidateTag` works in requests only. */
function dropCaches(): void {
  startCacheEpoch();
  notifyInvalidation();
}
