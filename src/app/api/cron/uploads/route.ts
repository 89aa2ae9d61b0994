import { DeletedUploads } from "@/domain/media/schema";
import { deleteUnusedUploads } from "@/domain/media/upload-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Remove uploaded pictures older than a day that nothing shows",
  access: "cron",
  response: DeletedUploads,
  handle: deleteUnusedUploads,
});
