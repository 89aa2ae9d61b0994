import "server-only";
import { cached } from "@/lib/cache";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { ShopSettings } from "./schema";

/** The shop's settings. A row that no longer fits its schema is passed over for the default, and logged. */
export const findShopSettings = cached("settings", "shop", async (): Promise<ShopSettings> => {
  const rows = await db.setting.findMany({ select: { key: true, value: true } });
  const known = Object.entries(ShopSettings.shape).flatMap(([key, schema]) => {
    const row = rows.find((candidate) => candidate.key === key);
    if (!row) return [];
    const parsed = schema.safeParse(row.value);
    if (!parsed.success) log.error({ key }, "setting does not fit its schema");
    return parsed.success ? [[key, parsed.data]] : [];
  });
  return ShopSettings.parse(Object.fromEntries(known));
});
