import { CliError } from "../steps/cli-error.mjs";
import { type Client, openClient } from "./client";
import type { BarRow, Context } from "./context";
import { startShop } from "./shop";
import { createOwners } from "./staff";
import { median, rounded } from "./statistics";
import { waitForIndex } from "./uncached";

const ROUNDS = 20;
const MAX_GROWTH = 5;

const PAGES = [
  { name: "the dashboard", path: "/admin/dashboard" },
  { name: "the product list", path: "/admin/products" },
  { name: "a search in the product list", path: "/admin/products?q=zellige" },
  { name: "a category in the product list", path: "/admin/products?category=carrelage" },
  { name: "the categories", path: "/admin/categories" },
] as const;

export const method =
  `The median time of an admin page over ${ROUNDS} rounds on one keep-alive connection, all pages in each round, against its own in the ` +
  "smallest catalogue.";

interface Options extends Pick<Context, "server" | "settings"> {
  databaseUrl: string;
  products: number;
}

/** Medians by path in the smallest catalogue of this run. */
const baselines = new Map<string, number>();

/** Q4: the admin's pages with many products. */
export async function measureAdminPages(options: Options): Promise<BarRow[]> {
  const { settings, databaseUrl, products } = options;
  const shop = await startShop(settings, databaseUrl);
  const client = openClient(settings.PORT);
  try {
    await waitForIndex(settings);
    const { cookie } = await createOwners(databaseUrl, 1);
    const times = await measurePages(client, cookie);
    return PAGES.map(({ name, path }) => {
      const own = median(times.get(path) ?? []);
      const smallest = baselines.get(path) ?? own;
      baselines.set(path, smallest);
      const ratio = own / smallest;
      return {
        bar: "Q4",
        figure: `${products.toLocaleString("en")} products: ${name} ÷ in the smallest catalogue`,
        value: ratio.toFixed(2),
        target: `≤ ${MAX_GROWTH.toFixed(2)}`,
        reached: ratio <= MAX_GROWTH,
        note: `${own.toFixed(1)} ms against ${smallest.toFixed(1)} ms.`,
        data: { ratio: rounded(ratio), ms: rounded(own) },
      };
    });
  } finally {
    client.close();
    await shop.stop();
  }
}

async function measurePages(client: Client, cookie: string): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(PAGES.map(({ path }) => [path, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const { path } of PAGES) {
      const { status, milliseconds } = await client.get(path, { cookie });
      if (status !== 200) throw new CliError(`${path} answered ${status}.`);
      // The first round warms up.
      if (round >= 0) times.get(path)?.push(milliseconds);
    }
  }
  return times;
}
