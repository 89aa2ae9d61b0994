import { SweptUploads } from "@/domain/media/schema";
import { sweepUploads } from "@/domain/media/upload-commands";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Remove uploaded pictures older than a day that nothing shows",
  access: "cron",
  response: SweptUploads,
  handle: sweepUploads,
});
