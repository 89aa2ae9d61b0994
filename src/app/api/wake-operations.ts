import { runProductOperations } from "@/domain/catalogue/operation-kinds/kinds";
import { uploadImage } from "@/domain/media/upload-commands";
import { invalidate } from "@/lib/cache/cache";
import { startCacheEpoch } from "@/lib/cache/epoch";
import { afterResponse } from "@/lib/http/after-response";

/** Applies and undoes what is due after the response. Call it after the commit of the transaction that started an operation. */
export function wakeOperations(): void {
  afterResponse(runOperationsNow);
}

export function runOperationsNow() {
  return runProductOperations({ onChange: dropCaches, uploadImage });
}

function dropCaches(): void {
  // The tags take effect when the request ends; the epoch, on the shop's own server, at once.
  startCacheEpoch();
  invalidate(["catalogue"]);
}
