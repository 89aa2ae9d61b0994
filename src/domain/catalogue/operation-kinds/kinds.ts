import "server-only";
import { BULK_CHANGES } from "../bulk/apply-commands";
import { buildImportHandler } from "../import/apply-commands";
import type { UploadImage } from "../import/image-commands";
import { runOperations } from "../operations/job-commands";
import type { OperationKinds } from "../operations/kind";
import type { OperationsRun } from "../operations/schema";

interface Context {
  /** Drops what caches hold of the catalogue. */
  onChange: () => void;
  /** Stores an image that a file of products names by its address. */
  uploadImage: UploadImage;
}

/** Checks, applies and undoes what is due. */
export function runProductOperations({ onChange, uploadImage }: Context): Promise<OperationsRun> {
  const kinds: OperationKinds = { BULK: BULK_CHANGES, IMPORT: buildImportHandler(uploadImage) };
  return runOperations(kinds, onChange);
}
