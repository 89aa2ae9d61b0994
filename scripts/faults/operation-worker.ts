import { setTimeout as pause } from "node:timers/promises";
import { runProductOperations } from "@/domain/catalogue/operation-kinds/kinds";
import { uploadImage } from "@/domain/media/upload-commands";

/** Runs the job of imports and bulk changes until it is killed, by the kill tests. */
console.log("ready");
for (;;) {
  const { applied, undone } = await runProductOperations({
    onChange: () => undefined,
    uploadImage,
  });
  if (applied + undone === 0) await pause(100);
}
