import pg from "pg";

/** Runs `act`, and returns the SQL statements sent to PostgreSQL. */
export async function recordStatements(act: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function recorded(this: pg.Client, ...args: unknown[]) {
    const [config] = args as [string | { text: string }];
    sent.push(typeof config === "string" ? config : config.text);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await act();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}
