import "server-only";
import { cached } from "@/lib/cache";
import { type Features, ShopSettings, StaffSettings } from "./schema";
import { readSettings, valuesOf } from "./stored";

/** What the shop says of itself. */
export const findShopSettings = cached("settings", "shop", async (): Promise<ShopSettings> => {
  return valuesOf(ShopSettings, await readSettings(Object.keys(ShopSettings.shape)));
});

/** Which parts of the storefront are on. For deciding what to draw; not for handing over. */
export const findFeatures = cached("settings", "features", async (): Promise<Features> => {
  const OnlyFeatures = StaffSettings.pick({ features: true });
  return valuesOf(OnlyFeatures, await readSettings(["features"])).features;
});
