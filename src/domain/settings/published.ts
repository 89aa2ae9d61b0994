import "server-only";
import { cached } from "@/lib/cache/cache";
import { type Features, ShopSettings, StaffSettings } from "./schema";
import { listStoredSettings, parseStoredSettings } from "./stored";

/** What the shop says of itself. */
export const getShopSettings = cached("settings", "shop", async (): Promise<ShopSettings> => {
  return parseStoredSettings(
    ShopSettings,
    await listStoredSettings(Object.keys(ShopSettings.shape)),
  );
});

/** Which parts of the storefront are on. For deciding what to draw; not for handing over. */
export const getFeatures = cached("settings", "features", async (): Promise<Features> => {
  const OnlyFeatures = StaffSettings.pick({ features: true });
  return parseStoredSettings(OnlyFeatures, await listStoredSettings(["features"])).features;
});

/** Where the shop is told of messages, and whether their senders are. For sending mail; not for handing over. */
export const getNotificationSettings = cached("settings", "notifications", async () => {
  const OnlyNotifications = StaffSettings.pick({ notificationEmail: true, autoReply: true });
  return parseStoredSettings(
    OnlyNotifications,
    await listStoredSettings(["notificationEmail", "autoReply"]),
  );
});
