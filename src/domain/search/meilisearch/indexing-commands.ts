import "server-only";
import { createId } from "@/lib/id";
import { log } from "@/lib/log";
import { searchServer } from "@/lib/meilisearch/client";
import { readSearchConfig } from "../config-published";
import { lexicon } from "../lexicon";
import {
  findChangedRows,
  listRowsAfter,
  type RowChanges,
  readCategoryWords,
  readDocuments,
  readSnapshot,
} from "./catalogue-changes";
import { LIVE_INDEX, REBUILD_INDEX } from "./indexes";
import {
  acquireLease,
  recordFailure,
  recordIndexing,
  renewLease,
  saveIndexState,
} from "./lease-commands";
import type { IndexingRun, IndexState, RebuildState } from "./schema";
import { buildSynonyms, hash, SETTINGS, STRUCTURE } from "./settings";
import { readIndexState } from "./state";

const BATCH_ROWS = 2_000;
/** More changed rows than this are indexed with all others, because only that can continue in another run. */
const MAX_CHANGED_ROWS = 10_000;
const MAX_RUN_SECONDS = 40;

type Server = NonNullable<typeof searchServer>;

/**
 * Brings the index on the server up to date with the catalogue. Any number of processes may call it: one at a time writes. What a
 * run does not finish, the next one continues.
 */
export async function runIndexing(seconds = MAX_RUN_SECONDS): Promise<IndexingRun> {
  const run: IndexingRun = { indexed: 0, removed: 0, error: null };
  if (!searchServer) return run;
  const leaseId = createId();
  try {
    const indexer = await Indexer.prepare(searchServer, leaseId, run);
    if (!(await indexer.isWorkDue()) || !(await acquireLease(leaseId))) return run;
    await indexer.run(Date.now() + seconds * 1_000);
    await recordIndexing(leaseId);
  } catch (error) {
    run.error = String(error);
    const isNew = await recordFailure(leaseId, run.error);
    if (isNew) log.warn({ err: run.error }, "the search index is not up to date");
  }
  return run;
}

/** What an index should be written with. */
interface Target {
  synonyms: Record<string, string[]>;
  synonymsHash: string;
  categoryWords: ReadonlyMap<string, string>;
}

class Indexer {
  private readonly server: Server;
  private readonly leaseId: string;
  private readonly counts: IndexingRun;
  private readonly target: Target;
  private live: IndexState | null = null;
  private rebuild: RebuildState | null = null;
  private isRebuildRequested = false;
  private hasFailed = false;
  private liveCreatedAt: string | null = null;

  private constructor(server: Server, leaseId: string, counts: IndexingRun, target: Target) {
    this.server = server;
    this.leaseId = leaseId;
    this.counts = counts;
    this.target = target;
  }

  static async prepare(server: Server, leaseId: string, counts: IndexingRun): Promise<Indexer> {
    const [{ synonyms: entries }, categoryWords] = await Promise.all([
      readSearchConfig(),
      readCategoryWords(),
    ]);
    const synonyms = buildSynonyms([...lexicon, ...entries]);
    const target = { synonyms, synonymsHash: hash(synonyms), categoryWords };
    return new Indexer(server, leaseId, counts, target);
  }

  /** Reads only. */
  async isWorkDue(): Promise<boolean> {
    await this.readState();
    const { live, target } = this;
    if (!live || this.mustRebuild() || this.hasFailed) return true;
    const changes = await findChangedRows(live, target.categoryWords, 1);
    return changes?.rows.length !== 0 || live.synonyms !== target.synonymsHash;
  }

  async run(until: number): Promise<void> {
    await this.readState();
    await this.adoptSwappedIndex();
    const changes =
      this.live &&
      (await findChangedRows(this.live, this.target.categoryWords, MAX_CHANGED_ROWS + 1));
    const isPartial = changes === null || changes.rows.length > MAX_CHANGED_ROWS;
    if (this.live && !isPartial) {
      this.live = await this.applyChanges(LIVE_INDEX, this.live, changes);
      await saveIndexState(this.leaseId, { live: this.live });
    }
    if (isPartial || this.mustRebuild()) await this.continueRebuild(until);
  }

  private mustRebuild(): boolean {
    const isOld = this.live?.structure !== STRUCTURE;
    return isOld || this.rebuild !== null || this.isRebuildRequested;
  }

  /** An index that is not the one of the state was lost or replaced on the server. */
  private async readState(): Promise<void> {
    const [state, index] = await Promise.all([readIndexState(), this.server.findIndex(LIVE_INDEX)]);
    this.liveCreatedAt = index?.createdAt ?? null;
    this.live = state.live?.createdAt === this.liveCreatedAt ? state.live : null;
    this.rebuild = state.rebuild;
    this.isRebuildRequested = state.isRebuildRequested;
    this.hasFailed = state.error !== null;
  }

  /** Completes a rebuild that ended between the swap and its record. */
  private async adoptSwappedIndex(): Promise<void> {
    if (this.rebuild && this.rebuild.createdAt === this.liveCreatedAt) {
      await this.finishRebuild(this.rebuild);
    }
  }

  private async applyChanges<S extends IndexState>(
    uid: string,
    state: S,
    { snapshot, rows }: RowChanges,
  ): Promise<S> {
    const { synonyms, synonymsHash, categoryWords } = this.target;
    if (state.synonyms !== synonymsHash) {
      await renewLease(this.leaseId);
      await this.server.updateIndexSettings(uid, { synonyms });
    }
    for (let at = 0; at < rows.length; at += BATCH_ROWS) {
      await this.sendRows(uid, rows.slice(at, at + BATCH_ROWS));
    }
    return { ...state, snapshot, synonyms: synonymsHash, categories: [...categoryWords] };
  }

  private async continueRebuild(until: number): Promise<void> {
    let rebuild = (await this.findRebuild()) ?? (await this.startRebuild());
    for (;;) {
      if (Date.now() > until) return;
      const rows = await listRowsAfter(rebuild.after, BATCH_ROWS);
      const last = rows.at(-1);
      if (last === undefined) break;
      await this.sendRows(REBUILD_INDEX, rows);
      rebuild = { ...rebuild, after: last };
      await saveIndexState(this.leaseId, { rebuild });
    }
    const { categoryWords } = this.target;
    const changes = await findChangedRows(rebuild, categoryWords, Number.MAX_SAFE_INTEGER);
    if (!changes) return saveIndexState(this.leaseId, { rebuild: null, isRebuildRequested: true });
    rebuild = await this.applyChanges(REBUILD_INDEX, rebuild, changes);
    await saveIndexState(this.leaseId, { rebuild });
    await renewLease(this.leaseId);
    if (this.liveCreatedAt === null) await this.server.createIndex(LIVE_INDEX);
    await this.server.swapIndexes(LIVE_INDEX, REBUILD_INDEX);
    await this.finishRebuild(rebuild);
  }

  /** Null where the index was lost or begun with other settings. */
  private async findRebuild(): Promise<RebuildState | null> {
    const { rebuild } = this;
    if (rebuild?.structure !== STRUCTURE) return null;
    const index = await this.server.findIndex(REBUILD_INDEX);
    return index?.createdAt === rebuild.createdAt ? rebuild : null;
  }

  private async startRebuild(): Promise<RebuildState> {
    const { synonyms, synonymsHash, categoryWords } = this.target;
    await renewLease(this.leaseId);
    await this.server.deleteIndex(REBUILD_INDEX);
    await this.server.createIndex(REBUILD_INDEX);
    await this.server.updateIndexSettings(REBUILD_INDEX, { ...SETTINGS, synonyms });
    const index = await this.server.findIndex(REBUILD_INDEX);
    const rebuild: RebuildState = {
      createdAt: index?.createdAt ?? "",
      structure: STRUCTURE,
      synonyms: synonymsHash,
      snapshot: await readSnapshot(),
      categories: [...categoryWords],
      after: 0,
    };
    await saveIndexState(this.leaseId, { rebuild, isRebuildRequested: false });
    return rebuild;
  }

  private async finishRebuild({ after: _, ...live }: RebuildState): Promise<void> {
    this.live = live;
    this.rebuild = null;
    await saveIndexState(this.leaseId, { live, rebuild: null });
    await this.server.deleteIndex(REBUILD_INDEX);
  }

  /** Writes the documents of the rows, and deletes those of rows that are no longer listed. */
  private async sendRows(uid: string, rows: readonly number[]): Promise<void> {
    await renewLease(this.leaseId);
    const documents = await readDocuments(rows, this.target.categoryWords);
    const listed = new Set(documents.map(({ id }) => id));
    const removed = rows.filter((n) => !listed.has(n));
    if (documents.length > 0) await this.server.putDocuments(uid, documents);
    if (removed.length > 0) await this.server.deleteDocuments(uid, removed);
    this.counts.indexed += documents.length;
    this.counts.removed += removed.length;
  }
}
