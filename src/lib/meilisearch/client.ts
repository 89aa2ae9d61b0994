import "server-only";
import {
  type EnqueuedTaskPromise,
  Meilisearch,
  MeilisearchApiError,
  type SearchParams,
  type Settings,
} from "meilisearch";
import { z } from "zod";
import { env } from "@/lib/env";

export type IndexSettings = Settings;

export interface IndexQuery extends SearchParams {
  indexUid: string;
}

const Results = z.object({
  results: z.array(z.object({ hits: z.array(z.object({ id: z.int() })) })),
});

const REQUEST_TIMEOUT_MS = 10_000;
const HEALTH_TIMEOUT_MS = 1_000;
const TASK_TIMEOUT_MS = 45_000;
const TASK_POLL_MS = 50;
const NOT_FOUND = "index_not_found";

/** The parts of a Meilisearch server that the shop uses. Each write returns when the server has processed it, and throws if that failed. */
class SearchServer {
  private readonly client: Meilisearch;

  constructor(host: string, apiKey: string) {
    this.client = new Meilisearch({
      host,
      apiKey,
      timeout: REQUEST_TIMEOUT_MS,
      requestInit: { cache: "no-store" },
      defaultWaitOptions: { timeout: TASK_TIMEOUT_MS, interval: TASK_POLL_MS },
    });
  }

  async isHealthy(): Promise<boolean> {
    const health = this.client.health().then(
      ({ status }) => status === "available",
      () => false,
    );
    return Promise.race([health, wait(HEALTH_TIMEOUT_MS).then(() => false)]);
  }

  /** `createdAt` identifies the index: it moves with the documents when two indexes are swapped. */
  async findIndex(uid: string): Promise<{ createdAt: string } | null> {
    try {
      const { createdAt } = await this.client.getRawIndex(uid);
      return { createdAt };
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.cause?.code === NOT_FOUND) return null;
      throw error;
    }
  }

  async countDocuments(uid: string): Promise<number> {
    return (await this.client.index(uid).getStats()).numberOfDocuments;
  }

  createIndex(uid: string): Promise<void> {
    return complete(this.client.createIndex(uid, { primaryKey: "id" }));
  }

  deleteIndex(uid: string): Promise<void> {
    return complete(this.client.deleteIndex(uid), NOT_FOUND);
  }

  updateIndexSettings(uid: string, settings: IndexSettings): Promise<void> {
    return complete(this.client.index(uid).updateSettings(settings));
  }

  putDocuments(uid: string, documents: { id: number }[]): Promise<void> {
    return complete(this.client.index(uid).addDocuments(documents, { primaryKey: "id" }));
  }

  deleteDocuments(uid: string, ids: number[]): Promise<void> {
    return complete(this.client.index(uid).deleteDocuments(ids));
  }

  swapIndexes(uid: string, other: string): Promise<void> {
    return complete(this.client.swapIndexes([{ indexes: [uid, other], rename: false }]));
  }

  /** Runs several searches in one request. Returns the ids that each found, best first. */
  async findIds(queries: IndexQuery[], timeoutMs: number): Promise<number[][]> {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await this.client.multiSearch({ queries }, { signal });
    const { results } = Results.parse(answer);
    if (results.length !== queries.length) throw new Error("a search has no result");
    return results.map(({ hits }) => hits.map(({ id }) => id));
  }
}

async function complete(enqueued: EnqueuedTaskPromise, ignoredCode?: string): Promise<void> {
  const { status, type, error } = await enqueued.waitTask();
  if (status === "succeeded" || (error && error.code === ignoredCode)) return;
  throw new Error(`${type} ${status}: ${error?.message ?? "no reason given"}`);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

function connect(): SearchServer | null {
  const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: apiKey } = env;
  return host && apiKey ? new SearchServer(host, apiKey) : null;
}

/** Null where no server is configured. */
export const searchServer = connect();
