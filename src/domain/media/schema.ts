import { z } from "zod";

/** A picture that was taken in; `url` is the address of its widest variant. */
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
