import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

const recording = new AsyncLocalStorage<string[]>();

/** Runs `act`, and returns the SQL statements that it sent to PostgreSQL. Work that an earlier call left running is not counted. */
export async function recordStatements(act: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function recorded(this: pg.Client, ...args: unknown[]) {
    const [config] = args as [string | { text: string }];
    recording.getStore()?.push(typeof config === "string" ? config : config.text);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await recording.run(sent, act);
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}
