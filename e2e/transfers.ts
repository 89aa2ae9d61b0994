import type { CDPSession, Page } from "@playwright/test";

interface Transfer {
  url: string;
  type: string;
  /** Transferred bytes: compressed, headers included. */
  bytes: number;
  /** The compressed content alone. */
  body: number;
}

export function sumBytes(
  transfers: readonly Transfer[],
  type: string,
  part: "bytes" | "body" = "bytes",
): number {
  const ofType = transfers.filter((transfer) => transfer.type === type);
  return ofType.reduce((sum, transfer) => sum + transfer[part], 0);
}

/** Records the transfers from now on, with the cache disabled. */
export async function recordTransfers(page: Page): Promise<Transfer[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const started = new Map<string, Transfer>();
  const transfers: Transfer[] = [];
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    started.set(requestId, {
      url: response.url,
      type,
      bytes: 0,
      body: -response.encodedDataLength,
    });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const transfer = started.get(requestId);
    if (transfer) {
      const body = transfer.body + encodedDataLength;
      transfers.push({ ...transfer, bytes: encodedDataLength, body });
    }
  });
  return transfers;
}
