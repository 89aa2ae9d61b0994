import { z } from "zod";

/** A picture that was taken in; `url` is the address of its widest variant. */
export const UploadedPicture = z.strictObject({
  url: z.string(),
  width: z.int(),
  height: z.int(),
  placeholder: z.string(),
  bytes: z.int(),
});
export type UploadedPicture = z.infer<typeof UploadedPicture>;

export const SweptUploads = z.strictObject({ swept: z.int() });
export type SweptUploads = z.infer<typeof SweptUploads>;
