import { getImport } from "@/domain/catalogue/import/queries";
import { MAX_IMPORT_BYTES, uploadImport } from "@/domain/catalogue/import/upload-commands";
import { ImportView, UploadQuery } from "@/domain/catalogue/import-rows/schema";
import { defineRoute } from "@/lib/http/define-route";
import { withUploadedFile } from "@/lib/http/uploaded-file";

export const POST = defineRoute({
  summary: "Read a CSV or Excel file of products, of 10 MB at most, in the multipart field `file`",
  access: "products.import",
  query: UploadQuery,
  response: ImportView,
  status: 201,
  acceptsFile: true,
  handle: async ({ actor, request, query }) => {
    const id = await withUploadedFile(request, MAX_IMPORT_BYTES, (file) =>
      uploadImport(actor, file, query),
    );
    return getImport(id);
  },
});
