import { DeletedUploads } from "@/domain/media/schema";
import { deleteUnusedUploads } from "@/domain/media/upload-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Delete unused images uploaded more than a day ago",
  access: "cron",
  response: DeletedUploads,
  handle: deleteUnusedUploads,
});
