import "server-only";
import { buildStaleVersionError } from "@/domain/audit/stale-version";
import { audited } from "@/domain/audit/tx-commands";
import { claimUploads } from "@/domain/media/tx-commands";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lookup } from "@/lib/lookup";
import { isSameJson } from "@/lib/same-json";
import { canEditSetting } from "./access";
import { getSettingsForEdit } from "./queries";
import type { SettingKey, SettingsForEdit, SettingsPatch } from "./settings-input";

/**
 * Changes several settings in one transaction.
 * @throws FORBIDDEN naming the settings that the actor may not change; PRECONDITION_REQUIRED without their versions;
 * CONFLICT with a `SettingsConflict` where one of the versions is stale
 */
export async function updateSettings(
  actor: Actor,
  { changes, versions }: SettingsPatch,
): Promise<SettingsForEdit> {
  const sent = Object.keys(changes) as SettingKey[];
  assertCanEdit(actor, sent);
  const entry = {
    action: "update_settings",
    entityType: "Setting",
    entityLabel: "Réglages",
  } as const;
  return audited(actor, entry, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('shop_settings'))`;
    const before = await getSettingsForEdit(actor, tx);
    await assertCurrentVersions(tx, before, sent, versions);
    const keys = sent.filter((key) => !isSameJson(before.values[key], changes[key]));
    if (keys.length === 0) return { result: before, isUnchanged: true };
    const { heroUrl } = changes;
    if (keys.includes("heroUrl") && heroUrl) await claimUploads(tx, [heroUrl], "changes.heroUrl");
    await write(tx, Object.fromEntries(keys.map((key) => [key, changes[key]])));
    const result = await getSettingsForEdit(actor, tx);
    const [only] = keys.length === 1 ? keys : [];
    return {
      result,
      before: pick(before, keys),
      after: pick(result, keys),
      entityId: only,
    };
  });
}

function assertCanEdit(actor: Actor, keys: readonly SettingKey[]): void {
  const refused = keys.filter((key) => !canEditSetting(actor, key));
  if (refused.length === 0) return;
  const message = "Seul un propriétaire change ce réglage.";
  throw new AppError("FORBIDDEN", {
    message,
    details: Object.fromEntries(refused.map((key) => [key, message])),
  });
}

async function assertCurrentVersions(
  tx: Transaction,
  current: SettingsForEdit,
  keys: readonly SettingKey[],
  versions: Record<string, number> | undefined,
): Promise<void> {
  if (keys.some((key) => lookup(versions ?? {}, key) === undefined)) {
    throw new AppError("PRECONDITION_REQUIRED");
  }
  const stale = keys.filter((key) => lookup(versions ?? {}, key) !== lookup(current.versions, key));
  if (stale.length === 0) return;
  const record = {
    entries: { entityType: "Setting" },
    getCurrent: () => current,
    message: (editor: string) => `${editor} a changé ces réglages entre-temps.`,
  };
  throw await buildStaleVersionError(tx, record, { keys: stale });
}

async function write(tx: Transaction, settings: Record<string, unknown>): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Setting" ("key", "value") SELECT "key", "value" FROM jsonb_each(${JSON.stringify(settings)}::jsonb)
    ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value", "version" = "Setting"."version" + 1, "updatedAt" = now()`;
}

function pick({ values }: SettingsForEdit, keys: readonly SettingKey[]) {
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}
