import { MAX_UPLOAD_BYTES } from "@/domain/media/rules";
import { UploadedImage } from "@/domain/media/schema";
import { uploadImage } from "@/domain/media/upload-commands";
import { defineRoute } from "@/lib/http/define-route";
import { withUploadedFile } from "@/lib/http/uploaded-file";

export const POST = defineRoute({
  summary:
    "Take a photo in: JPEG, PNG or WebP in the multipart field `file`, 10 MB and 40 megapixels at most",
  access: "products.write",
  response: UploadedImage,
  status: 201,
  acceptsFile: true,
  handle: ({ actor, request }) =>
    withUploadedFile(request, MAX_UPLOAD_BYTES, (file) => uploadImage(actor, file)),
});
