import { z } from "zod";
import { stopExpiredExperiments } from "@/domain/analytics/experiments/action-commands";
import { deleteOldEvents } from "@/domain/analytics/retention-commands";
import { deleteOldSalts } from "@/domain/analytics/salt-commands";
import { deleteOldOperations } from "@/domain/catalogue/operations/retention-commands";
import { MessageRetentionResult } from "@/domain/messaging/contact/schema";
import { applyLeadRetention, applyMessageRetention } from "@/domain/messaging/retention-commands";
import { deleteExpiredSubscribers } from "@/domain/newsletter/retention-commands";
import { ExpiredSubscribers } from "@/domain/newsletter/subscribers/schema";
import { defineRoute } from "@/lib/http/define-route";

export const GET = defineRoute({
  summary:
    "Archive and delete personal data, events and operations whose retention period has ended",
  access: "cron",
  response: z.strictObject({
    messages: MessageRetentionResult,
    leads: z.strictObject({ deleted: z.number().int() }),
    newsletter: ExpiredSubscribers,
    experiments: z.strictObject({ stopped: z.number().int() }),
    events: z.strictObject({ deleted: z.number().int() }),
    visitorSalts: z.strictObject({ deleted: z.number().int() }),
    operations: z.strictObject({ deleted: z.number().int() }),
  }),
  handle: async () => ({
    messages: await applyMessageRetention(),
    leads: await applyLeadRetention(),
    newsletter: await deleteExpiredSubscribers(),
    // Their results are read from the events.
    experiments: await stopExpiredExperiments(),
    events: await deleteOldEvents(),
    visitorSalts: await deleteOldSalts(),
    operations: await deleteOldOperations(),
  }),
});
