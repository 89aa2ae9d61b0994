import "server-only";
import { cached } from "@/lib/cache/cache";
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

/** Where the shop is told of messages, and whether their senders are. For sending mail; not for handing over. */
export const findNotifications = cached("settings", "notifications", async () => {
  const OnlyNotifications = StaffSettings.pick({ notificationEmail: true, autoReply: true });
  return valuesOf(OnlyNotifications, await readSettings(["notificationEmail", "autoReply"]));
});
