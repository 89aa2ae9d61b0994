/** Ten a second for a minute; several people may share an address. */
const MAX_EVENTS_PER_MINUTE = 600;
const MINUTE_MS = 60_000;
/** Above every real number of visitors in a minute. */
const MAX_CLIENTS = 50_000;

let counts = new Map<string, number>();
let minute = 0;

/** Counts an event of a client in this process. Returns false above the limit. */
export function consumeEventQuota(address: string, now = Date.now()): boolean {
  const current = Math.floor(now / MINUTE_MS);
  if (current !== minute || counts.size >= MAX_CLIENTS) counts = new Map();
  minute = current;
  const count = (counts.get(address) ?? 0) + 1;
  counts.set(address, count);
  return count <= MAX_EVENTS_PER_MINUTE;
}
