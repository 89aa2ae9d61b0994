import { runIndexing } from "@/domain/search/meilisearch/indexing-commands";
import { IndexingRun } from "@/domain/search/meilisearch/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary: "Bring the index on the Meilisearch server up to date",
  access: "cron",
  response: IndexingRun,
  handle: () => runIndexing(),
});
