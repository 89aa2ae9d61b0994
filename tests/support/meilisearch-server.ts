import { setTimeout as wait } from "node:timers/promises";
import { type Answer, type ReceivedRequest, startLocalServer } from "./local-server";

export interface StoredDocument {
  id: number;
  [attribute: string]: string | number;
}

interface StoredIndex {
  createdAt: string;
  documents: Map<number, StoredDocument>;
  settings: Record<string, unknown>;
}

interface Task {
  type: string;
  status: "succeeded" | "failed";
  error: ReturnType<typeof buildError> | null;
  polls: number;
}

interface Query {
  indexUid: string;
  q: string;
  limit: number;
  matchingStrategy: "all" | "frequency";
}

export const MEILISEARCH_KEY = "a-key-for-tests";

/** Implements the parts of Meilisearch's HTTP API that the shop uses, in memory. Matching is simple: words, beginnings, synonyms. */
export class LocalMeilisearch {
  readonly indexes = new Map<string, StoredIndex>();
  /** Called before each task is processed; throws to let it fail. */
  onTask: (type: string) => unknown = () => undefined;
  /** Replaces answers to searches. */
  onSearch: () => Answer | Promise<Answer> | null = () => null;
  /** Replaces answers about the state of a task. */
  onPoll: (type: string) => Answer | null = () => null;
  private readonly tasks: Task[] = [];
  private server: Awaited<ReturnType<typeof startLocalServer>> | null = null;

  async start(): Promise<string> {
    this.server = await startLocalServer((request) => this.answer(request));
    return this.server.url;
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  get searches(): Query[][] {
    return this.listBodies("/multi-search").map(({ queries }) => queries);
  }

  listBodies(url: string) {
    const requests = this.server?.received.filter((request) => request.url === url) ?? [];
    return requests.map(({ body }) => JSON.parse(body.toString()));
  }

  get documents(): StoredDocument[] {
    return [...(this.indexes.get("products")?.documents.values() ?? [])];
  }

  private async answer({ method, url, headers, body }: ReceivedRequest): Promise<Answer> {
    const [, room = "", uid = "", part = "", action = ""] = (url.split("?")[0] ?? "").split("/");
    if (room === "health") return { body: { status: "available" } };
    if (headers.authorization !== `Bearer ${MEILISEARCH_KEY}`) {
      return { status: 403, body: buildError("invalid_api_key") };
    }
    const input = body.length > 0 ? JSON.parse(body.toString()) : null;
    switch (`${method} ${room}/${uid && "uid"}/${part}/${action}`) {
      case "GET tasks/uid//":
        return this.poll(Number(uid));
      case "POST multi-search///":
        return (await this.onSearch()) ?? this.search(input.queries);
      case "POST swap-indexes///":
        return this.enqueue("indexSwap", () => this.swap(input[0].indexes));
      case "POST indexes///":
        return this.enqueue("indexCreation", () => this.create(input.uid));
      case "DELETE indexes/uid//":
        return this.enqueue("indexDeletion", () => {
          this.find(uid);
          this.indexes.delete(uid);
        });
      case "PATCH indexes/uid/settings/":
        return this.enqueue("settingsUpdate", () => Object.assign(this.find(uid).settings, input));
      case "POST indexes/uid/documents/":
        return this.enqueue("documentAdditionOrUpdate", () => {
          for (const document of input) this.find(uid).documents.set(document.id, document);
        });
      case "POST indexes/uid/documents/delete-batch":
        return this.enqueue("documentDeletion", () => {
          for (const id of input) this.find(uid).documents.delete(id);
        });
      case "GET indexes/uid//":
      case "GET indexes/uid/stats/":
        return this.describe(uid);
      default:
        return { status: 404, body: buildError(`no_route_${method}_${url}`) };
    }
  }

  private enqueue(type: string, process: () => unknown): Answer {
    const task: Task = { type, status: "succeeded", error: null, polls: 0 };
    try {
      this.onTask(type);
      process();
    } catch (error) {
      task.status = "failed";
      task.error = buildError(error instanceof Error ? error.message : String(error));
    }
    const taskUid = this.tasks.push(task) - 1;
    return { status: 202, body: { taskUid, indexUid: null, status: "enqueued", type } };
  }

  private poll(uid: number): Answer {
    const task = this.tasks[uid];
    if (!task) return { status: 404, body: buildError("task_not_found") };
    const replaced = this.onPoll(task.type);
    if (replaced) return replaced;
    const status = task.polls++ === 0 ? "processing" : task.status;
    return { body: { uid, type: task.type, status, error: task.error } };
  }

  private find(uid: string): StoredIndex {
    const index = this.indexes.get(uid);
    if (!index) throw new Error("index_not_found");
    return index;
  }

  private create(uid: string): void {
    if (this.indexes.has(uid)) throw new Error("index_already_exists");
    const createdAt = `${new Date().toISOString()}-${this.tasks.length}`;
    this.indexes.set(uid, { createdAt, documents: new Map(), settings: {} });
  }

  private swap([a = "", b = ""]: string[]): void {
    const [first, second] = [this.find(a), this.find(b)];
    this.indexes.set(a, second);
    this.indexes.set(b, first);
  }

  private describe(uid: string): Answer {
    const index = this.indexes.get(uid);
    if (!index) return { status: 404, body: buildError("index_not_found") };
    const { createdAt, documents } = index;
    return { body: { uid, createdAt, primaryKey: "id", numberOfDocuments: documents.size } };
  }

  private search(queries: Query[]): Answer {
    if (!queries.every(({ indexUid }) => this.indexes.has(indexUid))) {
      return { status: 404, body: buildError("index_not_found") };
    }
    return { body: { results: queries.map((query) => ({ hits: this.findHits(query) })) } };
  }

  private findHits({ indexUid, q, limit, matchingStrategy }: Query): { id: number }[] {
    const { documents, settings } = this.find(indexUid);
    const attributes = settings.searchableAttributes as string[];
    const synonyms = new Map(Object.entries(settings.synonyms as Record<string, string[]>));
    const words = q.trim().split(" ");
    const accepts = (place: number) => {
      const word = words[place] ?? "";
      const isPrefix = place === words.length - 1 && !/[" ]$/.test(q);
      const own = word.replaceAll('"', "");
      const same = word.startsWith('"') ? [] : (synonyms.get(own) ?? []);
      return (stored: string) =>
        stored === own || same.includes(stored) || (isPrefix && stored.startsWith(own));
    };
    const found = [...documents.values()].flatMap((document) => {
      const places = words.map((_, place) =>
        attributes.findIndex((name) => String(document[name]).split(" ").some(accepts(place))),
      );
      const matched = places.filter((place) => place >= 0);
      const isMatch = matchingStrategy === "all" ? matched.length === words.length : matched.length;
      const missing = words.length - matched.length;
      const rank = matched.reduce((sum, attribute) => sum + attribute, 100 * missing);
      return isMatch ? [{ id: document.id, rank }] : [];
    });
    found.sort((a, b) => a.rank - b.rank);
    return found.slice(0, limit).map(({ id }) => ({ id }));
  }
}

/** A server that answers after this time is slow. */
export async function answerLate(ms: number): Promise<Answer> {
  await wait(ms);
  return { body: { results: [{ hits: [] }, { hits: [] }] } };
}

function buildError(code: string) {
  return { message: `The server says ${code}.`, code, type: "invalid_request", link: "" };
}
