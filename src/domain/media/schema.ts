import { z } from "zod";

/** `url` is the address of the widest variant. */
export const UploadedImage = z.strictObject({
  url: z.string(),
  width: z.int(),
  height: z.int(),
  placeholder: z.string(),
  bytes: z.int(),
});
export type UploadedImage = z.infer<typeof UploadedImage>;

export const DeletedUploads = z.strictObject({ swept: z.int() });
export type DeletedUploads = z.infer<typeof DeletedUploads>;
