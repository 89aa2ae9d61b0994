import "server-only";
import { cached } from "@/lib/cache/cache";
import { type Features, ShopSettings, StaffSettings } from "./schema";
import { listStoredSettings, parseStoredSettings } from "./stored";

export const getShopSettings = cached("settings", "shop", async (): Promise<ShopSettings> => {
  return parseStoredSettings(
    ShopSettings,
    await listStoredSettings(Object.keys(ShopSettings.shape)),
  );
});

/** Reads which parts of the storefront are on. Not for public responses. */
export const getFeatures = cached("settings", "features", async (): Promise<Features> => {
  const OnlyFeatures = StaffSettings.pick({ features: true });
  return parseStoredSettings(OnlyFeatures, await listStoredSettings(["features"])).features;
});

/** Reads whether the weekly mail is on, and its address. Not for public responses. */
export const getWeeklyMailSettings = cached("settings", "weekly-mail", async () => {
  const OnlyWeekly = StaffSettings.pick({ notificationEmail: true, weeklyFigures: true });
  return parseStoredSettings(
    OnlyWeekly,
    await listStoredSettings(["notificationEmail", "weeklyFigures"]),
  );
});

/** Reads the address for notifications and whether customers get an automatic reply. Not for public responses. */
export const getNotificationSettings = cached("settings", "notifications", async () => {
  const OnlyNotifications = StaffSettings.pick({ notificationEmail: true, autoReply: true });
  return parseStoredSettings(
    OnlyNotifications,
    await listStoredSettings(["notificationEmail", "autoReply"]),
  );
});
