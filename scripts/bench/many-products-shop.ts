import pg from "pg";
import { CliError } from "../steps/cli-error.mjs";
import { readMemoryMb } from "./core-sharing";
import type { ApiAnswer, ApiCall } from "./staff";

/** The shop of the benchmarks of imports, bulk changes and exports. */
export interface ShopUnderTest {
  call: ApiCall;
  pid: number;
  databaseUrl: string;
}

const MEMORY_INTERVAL_MS = 500;

/** Reads the server's memory twice a second while `act` runs. */
export async function watchMemory<T>(pid: number, act: () => Promise<T>) {
  const before = readMemoryMb(pid);
  const memory = { before, highest: before };
  const timer = setInterval(() => {
    memory.highest = Math.max(memory.highest, readMemoryMb(pid));
  }, MEMORY_INTERVAL_MS);
  try {
    return { result: await act(), memory };
  } finally {
    clearInterval(timer);
  }
}

export function requireData<T>({ status, data, error }: ApiAnswer<T>): T {
  if (status < 300) return data;
  throw new CliError(`The API answered ${status}: ${JSON.stringify(error)}`);
}

export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

export const formatCount = (count: number) => count.toLocaleString("en");
